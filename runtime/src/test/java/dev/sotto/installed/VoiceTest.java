package dev.sotto.installed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.WavFile;
import dev.sotto.speech.flite.FliteSynthesizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installed product, spoken to with a voice of its own. */
class VoiceTest {

    private static final Map<String, String> ON = Map.of(Launch.VOICE, "on");
    private static final AudioFormat WIDE = AudioFormat.linear(16_000);

    @TempDir
    private Path temp;

    @Test
    void hearsWhatIsSaidAndAnswersAloud() throws Exception {
        try (Serving server = Serving.start(ON)) {
            assertThat(server.ready().path("voice_ms").asInt())
                    .isGreaterThan(server.ready().path("text_ms").asInt());
            assertThat(server.ready().has("voice_unavailable")).isFalse();
        }
        Path order = temp.resolve("order.wav");
        Path answer = temp.resolve("answer.wav");
        Files.write(order, recording("I would like a large latte with dark roast please."));

        Launch said = Launch.of(
                Launch.root(),
                Launch.root().resolve("sotto"),
                ON,
                "say",
                order.toString(),
                "coffee",
                "--json",
                "--trace",
                "--out",
                answer.toString());

        assertThat(said.exitCode()).as("%s", said.err()).isZero();
        JsonNode turn = new ObjectMapper().readTree(said.out().get(0));
        assertThat(turn.path("transcript").asText()).contains("large");
        assertThat(turn.path("intent").asText()).isEqualTo("order");
        assertThat(turn.path("said")).isNotEmpty();
        assertThat(turn.path("trace").findValuesAsText("topic")).contains("voice", "heard", "decided");
        assertThat(turn.path("audio_ms").asDouble())
                .isGreaterThan(turn.path("final_ms").asDouble());
        assertThat(WavFile.read(answer).audio().length).isGreaterThan(WIDE.bytes(Duration.ofMillis(500)));
    }

    /** It speaks in one tone, which no voice that comes along does. */
    @Test
    void speaksWithAProgramOfTheOperators() throws Exception {
        Path program = Files.writeString(temp.resolve("speak.sh"), """
                #!/bin/sh
                words=$(cat)
                printf 'RIFF\\377\\377\\377\\377WAVEfmt \\020\\0\\0\\0\\001\\0\\001\\0'
                printf '\\200\\076\\0\\0\\0\\175\\0\\0\\002\\0\\020\\0data\\377\\377\\377\\377'
                head -c $((${#words} * 2000)) /dev/zero | tr '\\0' '\\020'
                """);
        Path order = temp.resolve("order.wav");
        Path answer = temp.resolve("answer.wav");
        Files.write(order, recording("I would like a large latte with dark roast please."));
        Map<String, String> environment =
                Map.of(Launch.VOICE, "on", "SOTTO_VOICE_COMMAND", "sh," + program, "SOTTO_VOICE_WEB", "mine");

        Launch said = Launch.of(
                Launch.root(),
                Launch.root().resolve("sotto"),
                environment,
                "say",
                order.toString(),
                "coffee",
                "--json",
                "--out",
                answer.toString());

        assertThat(said.exitCode()).as("%s", said.err()).isZero();
        double[] heard = Samples.decode(WIDE, WavFile.read(answer).audio());
        assertThat(heard).hasSizeGreaterThan(8_000);
        long toned = Arrays.stream(heard)
                .filter(sample -> Math.abs(sample - 3_266) < 40)
                .count();
        assertThat(toned).isGreaterThan(heard.length / 2);
    }

    private static byte[] recording(String words) throws IOException {
        FliteSynthesizer voice = new FliteSynthesizer(1);
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        audio.write(new byte[WIDE.bytes(Duration.ofSeconds(1))]);
        voice.speak(
                new Phrase(new Saying(words), 1, Duration.ZERO), voice.voices().get(0), WIDE, frame -> {
                    audio.writeBytes(frame.audio());
                    return FrameSink.Next.MORE;
                });
        return WavFile.write(WIDE, audio.toByteArray());
    }
}
