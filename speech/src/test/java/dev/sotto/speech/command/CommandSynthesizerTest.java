package dev.sotto.speech.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.SynthesisFailedException.Reason;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.testing.Spoken;
import dev.sotto.speech.testing.SynthesizerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSynthesizerTest extends SynthesizerContract {

    /** The head of a WAV file of 16 kHz, with sizes that nobody knew when they were written. */
    private static final String HEAD = "printf 'RIFF\\377\\377\\377\\377WAVEfmt \\020\\0\\0\\0\\001\\0\\001\\0"
            + "\\200\\076\\0\\0\\0\\175\\0\\0\\002\\0\\020\\0data\\377\\377\\377\\377'\n";

    /** 40 ms of sound for each letter, and a quarter of a second of silence before and after. */
    private static final String SOUND = """
            IFS= read -r words
            echo "$words" >&2
            letters=$(printf %s "$words" | wc -c)
            bytes=$(awk "BEGIN { print int($letters * $2 * 640) * 2 }")
            head -c 8000 /dev/zero
            head -c "$bytes" /dev/zero | tr '\\0' '\\020'
            head -c 8000 /dev/zero
            """;

    private static final Voice VOICE = new Voice("any", Locale.US);

    @TempDir
    private Path folder;

    private Synthesizer synthesizer = new CommandSynthesizer(command(0, "false"));

    @BeforeEach
    void makeProgram() throws IOException {
        synthesizer = program(0, HEAD + SOUND);
    }

    @Override
    protected Synthesizer synthesizer() {
        return synthesizer;
    }

    @Override
    protected Voice voice() {
        return VOICE;
    }

    private static SpeechCommand command(int rate, String... arguments) {
        return new SpeechCommand(List.of(arguments), rate, List.of(VOICE), 1, Duration.ofSeconds(5), 2);
    }

    private Synthesizer program(int rate, String script) throws IOException {
        Path file = Files.writeString(folder.resolve("speak.sh"), script);
        return new CommandSynthesizer(command(rate, "sh", file.toString(), "{voice}", "{stretch}"));
    }

    private static void expect(Synthesizer synthesizer, Reason reason) {
        assertThatThrownBy(() -> synthesizer.speak(Spoken.phrase("The kettle is on."), VOICE, WIDE, new Spoken()))
                .isInstanceOfSatisfying(
                        SynthesisFailedException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason))
                .hasNoCause()
                .hasMessageNotContaining("kettle");
    }

    private static void expectNoProcess() {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 22_050, 48_000})
    void takesBareAudioOfAnyRate(int rate) throws IOException {
        Spoken spoken = new Spoken();

        program(rate, "cat > /dev/null; head -c " + 2 * rate + " /dev/zero | tr '\\0' '\\020'")
                .speak(Spoken.phrase("The kettle is on."), VOICE, WIDE, spoken);

        assertThat(spoken.millis()).isBetween(990L, 1_020L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            exit 3
            echo no audio at all, but a text
            printf RIFF
            printf 'RIFF....WAVEdata....'
            printf 'RIFF....WAVEfmt \\020\\0\\0\\0\\001\\0\\002\\0\\200\\076\\0\\0\\0\\175\\0\\0\\002\\0\\020\\0data....'
            printf 'RIFF....WAVEjunk\\377\\377\\377\\177'
            kill -9 $$
            """)
    void tellsOfAProgramThatDoesNotSpeak(String script) throws IOException {
        expect(program(0, script), Reason.FAILED);
    }

    @Test
    void tellsOfAProgramThatFailsAtTheEnd() throws IOException {
        expect(program(0, HEAD + SOUND + "exit 1"), Reason.FAILED);
    }

    @Test
    void bringsAProgramToTheLevelOfAllVoices() throws IOException {
        Path file = Files.writeString(folder.resolve("loud.sh"), HEAD + SOUND);
        SpeechCommand loud = command(0, "sh", file.toString(), "{voice}", "{stretch}");
        Spoken spoken = new Spoken();

        CommandSynthesizer.tried(loud).speak(Spoken.phrase("Tea"), VOICE, WIDE, spoken);

        // It writes 4112, which is 18 dB below full scale.
        assertThat(Arrays.stream(spoken.samples(WIDE)).max().orElse(0)).isBetween(3_100.0, 3_400.0);
    }

    @Test
    void refusesAProgramThatIsSilent() throws IOException {
        Path file = Files.writeString(folder.resolve("silent.sh"), HEAD + "head -c 32000 /dev/zero");

        assertThatThrownBy(() -> CommandSynthesizer.tried(command(0, "sh", file.toString())))
                .isInstanceOf(SynthesisFailedException.class)
                .hasMessageContaining("silence");
    }

    @Test
    void tellsOfAProgramThatIsNotThere() {
        expect(new CommandSynthesizer(command(0, "/nonexistent/kettle")), Reason.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"exec sleep 60", "sleep 60", HEAD + "exec sleep 60", HEAD + SOUND + "exec 1>&-\nexec sleep 60"})
    void endsAProgramThatHangs(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("hang.sh"), script);
        SpeechCommand command = new SpeechCommand(
                List.of("sh", file.toString(), "any", "1"), 0, List.of(VOICE), 1, Duration.ofMillis(300), 1);

        expect(new CommandSynthesizer(command), Reason.TIME_OUT);
        expectNoProcess();
    }

    @Test
    void endsAProgramThatSpeaksWithoutEnd() throws IOException {
        expect(program(16_000, "exec cat /dev/zero"), Reason.FAILED);
        expectNoProcess();
    }

    @Test
    void endsTheProgramWhenTheSinkHasEnough() throws IOException {
        Spoken spoken = new Spoken(2);

        program(16_000, "tr '\\0' '\\020' < /dev/zero").speak(Spoken.phrase("Tea"), VOICE, WIDE, spoken);

        assertThat(spoken.frames()).hasSize(2);
        expectNoProcess();
    }
}
