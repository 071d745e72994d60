package dev.sotto.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.Hints;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.WavFile;
import dev.sotto.speech.testing.TestEars;
import dev.sotto.speech.testing.Voices;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no speech, or was spoilt on its way, is not taken for something else than was said. */
class StrangeSoundTest {

    private static final int RATE = 16_000;
    private static final String TEA = "i would like a green tea";
    private static final String HOURS = "when does the shop open";
    private static final double[] SPOKEN = Samples.decode(Voices.FORMAT, Voices.say(TEA));

    private static Ear ear;
    private static RecognizerStream stream;

    @BeforeAll
    static void open() {
        ear = new Ear(TestEars.tea());
        stream = ear.open(Locale.UK, Voices.FORMAT, Hints.NONE);
    }

    /** Whatever the stream had to hear, the next turn is a new one. */
    @AfterAll
    static void hearAgain() {
        String heard = Voices.hear(stream, Voices.say(HOURS));
        stream.close();
        ear.close();
        assertThat(heard).isEqualTo(HOURS);
    }

    static Stream<Arguments> sounds() {
        return Stream.of(
                Arguments.of("digital silence", new double[2 * RATE]),
                Arguments.of("a constant", constant(12_000)),
                Arguments.of("a low tone", tones(12_000, 200)),
                Arguments.of("a tone", tones(12_000, 1_000)),
                Arguments.of("a quiet tone", tones(40, 1_000)),
                Arguments.of("a key of a telephone", tones(9_000, 770, 1_336)),
                Arguments.of("a square wave at full scale", clipped(tones(1e6, 300))),
                Arguments.of("music", music()),
                Arguments.of("steady noise", noise(3_000)),
                Arguments.of("what was compressed", noise(32_767)),
                Arguments.of("a file's header", header()),
                Arguments.of("floating-point numbers", singles()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sounds")
    void hearsNoWordsInWhatIsNoSpeech(String name, double[] sound) {
        assertThat(heard(sound)).as(name).isIn("", "[rejected]");
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                Arguments.of("clipped", clipped(scaled(SPOKEN, 12))),
                Arguments.of("hardly loud enough", scaled(SPOKEN, 0.004)),
                Arguments.of("of two channels", twice(SPOKEN)),
                Arguments.of("at half its rate", every(SPOKEN)),
                Arguments.of("with a header before it", joined(header(), SPOKEN)),
                Arguments.of("over music", sum(SPOKEN, music())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void hearsNothingElseInSpeechThatWasSpoilt(String name, double[] sound) {
        assertThat(heard(sound)).as(name).isIn(TEA, "", "[rejected]");
    }

    private static String heard(double[] sound) {
        return Voices.hear(stream, Samples.encode(sound));
    }

    private static double[] constant(double value) {
        double[] sound = new double[2 * RATE];
        Arrays.fill(sound, value);
        return sound;
    }

    private static double[] tones(double amplitude, double... frequencies) {
        double[] sound = new double[2 * RATE];
        for (int i = 0; i < sound.length; i++) {
            for (double frequency : frequencies) {
                sound[i] += amplitude * Math.sin(2 * Math.PI * frequency * i / RATE);
            }
        }
        return sound;
    }

    /** Four chords, each note with its overtones and a soft beginning and end. */
    private static double[] music() {
        int[][] chords = {{60, 64, 67}, {65, 69, 72}, {67, 71, 74}, {60, 64, 67, 72}};
        double[] sound = new double[4 * RATE];
        for (int i = 0; i < sound.length; i++) {
            double inChord = i % RATE / (double) RATE;
            for (int note : chords[i / RATE]) {
                double frequency = 440 * Math.pow(2, (note - 69) / 12.0);
                for (int overtone = 1; overtone <= 6; overtone++) {
                    sound[i] += 2_500.0
                            / overtone
                            * Math.sin(Math.PI * inChord)
                            * Math.exp(-2 * inChord)
                            * Math.sin(2 * Math.PI * overtone * frequency * i / RATE);
                }
            }
        }
        return sound;
    }

    private static double[] noise(int amplitude) {
        Random random = new Random(amplitude);
        double[] sound = new double[2 * RATE];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = random.nextInt(2 * amplitude + 1) - amplitude;
        }
        return sound;
    }

    private static double[] header() {
        byte[] header = WavFile.write(Voices.FORMAT, new byte[0]);
        return Samples.decode(Voices.FORMAT, header);
    }

    /** Speech as 32-bit floating-point numbers, read as if it were 16-bit samples. */
    private static double[] singles() {
        ByteBuffer bytes = ByteBuffer.allocate(SPOKEN.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : SPOKEN) {
            bytes.putFloat((float) (sample / 32_768));
        }
        return Samples.decode(Voices.FORMAT, bytes.array());
    }

    private static double[] scaled(double[] sound, double gain) {
        return Arrays.stream(sound).map(sample -> gain * sample).toArray();
    }

    private static double[] clipped(double[] sound) {
        return Arrays.stream(sound)
                .map(sample -> Math.max(-32_768, Math.min(32_767, sample)))
                .toArray();
    }

    private static double[] twice(double[] sound) {
        double[] twice = new double[2 * sound.length];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = sound[i / 2];
        }
        return twice;
    }

    private static double[] every(double[] sound) {
        double[] half = new double[sound.length / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = sound[2 * i];
        }
        return half;
    }

    private static double[] joined(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = new double[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i % other.length] / 4;
        }
        return sum;
    }
}
