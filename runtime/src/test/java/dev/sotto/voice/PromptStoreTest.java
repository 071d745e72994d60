package dev.sotto.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.testing.SampleBot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptStoreTest {

    private static final AudioFormat WIDE = AudioFormat.linear(16_000);
    private static final Voice VOICE = new Voice("clicks", Locale.UK);
    private static final List<PromptStore.Sound> SOUNDS = List.of(new PromptStore.Sound(VOICE, WIDE));

    @TempDir
    private Path directory;

    private int spoken;

    private final Synthesizer synthesizer = new Synthesizer() {
        @Override
        public Capabilities capabilities() {
            return new Capabilities(Set.of(Locale.UK), Set.of(WIDE), Set.of());
        }

        @Override
        public List<Voice> voices() {
            return List.of(VOICE);
        }

        @Override
        public String edition() {
            return "clicks/1";
        }

        @Override
        public void speak(Phrase phrase, Voice voice, AudioFormat format, FrameSink sink) {
            spoken++;
            sink.accept(new AudioFrame(format, 0, new byte[format.bytes(AudioFrame.SPOKEN)]));
        }
    };

    /** Returns what was written, as if it had been at a time. */
    private Path rehearsed(Bot bot, PromptStore store, int hour) throws IOException {
        Set<Path> before = Set.copyOf(files());
        store.rehearse(bot, VOICE, WIDE, prompts -> {});
        Path file = files().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
        Files.setLastModifiedTime(file, FileTime.fromMillis(hour * 3_600_000L));
        return file;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.toList();
        }
    }

    @Test
    void speaksOnceWhatABotAlwaysSays() throws IOException {
        new PromptStore(directory, synthesizer).rehearse(SampleBot.bot(), VOICE, WIDE, prompts -> {});
        int first = spoken;

        new PromptStore(directory, synthesizer).rehearse(SampleBot.bot(), VOICE, WIDE, prompts -> {});

        assertThat(first).isPositive().isEqualTo(spoken);
    }

    @Test
    void makesRoomByTheOldestOfWhatNobodyCanTalkTo() throws IOException {
        PromptStore roomy = new PromptStore(directory, synthesizer);
        Bot old = SampleBot.bot("Good day.");
        Path active = rehearsed(old, roomy, 1);
        Path older = rehearsed(SampleBot.bot("Good morning."), roomy, 2);
        Path newer = rehearsed(SampleBot.bot("Good evening."), roomy, 3);

        roomy.makeRoom(List.of(old), SOUNDS);
        assertThat(files()).containsExactlyInAnyOrder(active, older, newer);

        new PromptStore(directory, synthesizer, 2 * Files.size(newer) + 100).makeRoom(List.of(old), SOUNDS);
        assertThat(files()).containsExactlyInAnyOrder(active, newer);

        new PromptStore(directory, synthesizer, 0).makeRoom(List.of(old), SOUNDS);
        assertThat(files()).containsExactly(active);
    }

    @Test
    void makesRoomWhereNothingWasKeptYet() throws IOException {
        new PromptStore(directory.resolve("none"), synthesizer, 0).makeRoom(List.of(), SOUNDS);

        assertThat(directory.resolve("none")).doesNotExist();
    }
}
