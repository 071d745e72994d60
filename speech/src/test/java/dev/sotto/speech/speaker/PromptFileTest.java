package dev.sotto.speech.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.script.FixedText;
import dev.sotto.speech.testing.CountingVoice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PromptFileTest {

    private static final long ROOM = 1_000_000;

    private static byte[] file(String... texts) throws IOException {
        RenderedPrompts prompts = new RenderedPrompts(ROOM);
        CountingVoice voice = new CountingVoice();
        for (String text : texts) {
            assertThat(prompts.render(
                            FixedText.plain(text), Locale.US, voice, CountingVoice.VOICE, CountingVoice.FORMAT))
                    .isZero();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PromptFile.write(prompts, out);
        return out.toByteArray();
    }

    private static Optional<RenderedPrompts> read(byte[] file) throws IOException {
        return PromptFile.read(new ByteArrayInputStream(file), ROOM);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        byte[] file = file("How can I help you?", "Goodbye then.");

        RenderedPrompts prompts = read(file).orElseThrow();

        assertThat(prompts.size()).isEqualTo(2);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        PromptFile.write(prompts, again);
        assertThat(again.toByteArray()).isEqualTo(file);
    }

    @Test
    void readsAFileOfNothing() throws IOException {
        assertThat(read(file()).orElseThrow().size()).isZero();
    }

    @Test
    void takesNoFileThatIsDamaged() throws IOException {
        byte[] file = file("How can I help you?", "Goodbye then.");
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = file.clone();
            damaged[i < 60 ? i : random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(read(damaged)).isEmpty();
        }
    }

    @Test
    void takesNoFileThatIsTooShortOrTooLong() throws IOException {
        byte[] file = file("How can I help you?");

        for (int length = 0; length < file.length; length += 1 + length / 8) {
            assertThat(read(Arrays.copyOf(file, length))).isEmpty();
        }
        assertThat(read(Arrays.copyOf(file, file.length + 1))).isEmpty();
    }

    @Test
    void takesNoMoreThanThereIsRoomFor() throws IOException {
        byte[] file = file("How can I help you?");

        assertThat(PromptFile.read(new ByteArrayInputStream(file), 100)).isEmpty();
    }
}
