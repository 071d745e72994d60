package dev.sotto.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.speech.AudioFormat;
import dev.sotto.testing.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesizersTest {

    @TempDir
    private Path temp;

    private static MachineSpeech.Voices voices(List<String> command) {
        return new MachineSpeech.Voices(
                "alba",
                "cori",
                Optional.of(new MachineSpeech.Program(command, 16_000)),
                List.of(AudioFormat.linear(16_000)));
    }

    @Test
    void speaksWithAProgramUnderTheNamesOfTheConfiguration() throws IOException, VoicelessException {
        Path asked = temp.resolve("asked");
        Path script = Files.writeString(
                temp.resolve("speak.sh"), "cat > /dev/null; echo $1 >> " + asked + "; yes AB | head -c 32000");

        assertThat(Synthesizers.open(voices(List.of("sh", script.toString(), "{voice}")), 1)
                        .voices())
                .extracting(voice -> voice.name())
                .containsExactly("alba", "cori");
        assertThat(Files.readAllLines(asked)).containsExactly("alba");
    }

    @ParameterizedTest
    @CsvSource({"/nowhere/speak, speech.missing", "false, speech.failed", "true, speech.failed"})
    void refusesAProgramThatDoesNotSpeak(String program, String code) {
        try (CapturedLog log = new CapturedLog()) {
            assertThatThrownBy(() -> Synthesizers.open(voices(List.of(program)), 1))
                    .isInstanceOfSatisfying(
                            VoicelessException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(VoicelessException.Reason.COMMAND));
            assertThat(log.lines())
                    .anyMatch(
                            line -> line.contains("command.refused") && line.contains(code) && line.contains(program));
        }
    }
}
