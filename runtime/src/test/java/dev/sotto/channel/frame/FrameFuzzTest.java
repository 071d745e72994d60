package dev.sotto.channel.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.sensitive.Utterance;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, what comes out is a frame or one of the few codes for what is none. Seeded, so it repeats. */
class FrameFuzzTest {

    private static final Set<RefusalCode> EXPECTED = Set.of(
            RefusalCode.FRAME_MALFORMED,
            RefusalCode.FRAME_UNKNOWN,
            RefusalCode.VERSION_UNSUPPORTED,
            RefusalCode.BOT_UNKNOWN,
            RefusalCode.LOCALE_UNKNOWN,
            RefusalCode.SESSION_UNKNOWN);

    private static final List<String> VALID = List.of(
            "{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\",\"token\":\"t0k\",\"locale\":\"en-GB\",\"client\":\"tab\"}",
            "{\"type\":\"hello\",\"version\":1,\"resume\":{\"session\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"key\":\"k\",\"seen\":7}}",
            "{\"type\":\"text\",\"seq\":3,\"text\":\"hi \\ud83d\\ude00 \u00e9\u4e2d\uD83D\uDE00\\n\\\"\"}",
            "{\"type\":\"dtmf\",\"seq\":4,\"digits\":\"12*#AD\"}",
            "{\"type\":\"interrupted\",\"seq\":6,\"at\":1200,\"x\":[1,2.5,{\"a\":null}]}",
            "{\"type\":\"seen\",\"upto\":9}");

    static List<String> valid() {
        return VALID;
    }

    @ParameterizedTest
    @MethodSource("valid")
    void refusesEveryTruncationOfAFrame(String frame) {
        byte[] whole = frame.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            assertThat(outcome(Arrays.copyOf(whole, length)))
                    .as("cut to %d", length)
                    .contains(RefusalCode.FRAME_MALFORMED);
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void survivesEveryChangeOfOneByte(String frame) {
        byte[] whole = frame.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int at = 0; at < whole.length; at++) {
            for (int trial = 0; trial < 16; trial++) {
                byte[] changed = whole.clone();
                changed[at] = (byte) random.nextInt(256);
                assertExpected(outcome(changed));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void survivesRandomBytes(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 2_000; trial++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertExpected(outcome(bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void survivesRandomPiecesOfJson(long seed) {
        List<String> pieces = List.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\"",
                "\"type\"",
                "\"text\"",
                "\"seq\"",
                "\"hello\"",
                "\"version\"",
                "1",
                "-",
                "0",
                "9e999999999",
                "1e-400",
                "99999999999999999999999",
                "true",
                "null",
                "\\u0000",
                "\\ud800",
                "\\",
                "\u00e9",
                "\uD83D\uDE00",
                " ",
                "\n",
                "\"bot\":\"bank\"",
                "\"token\":\"x\"",
                "//",
                "#",
                "NaN");
        Random random = new Random(seed);
        for (int trial = 0; trial < 2_000; trial++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "{" : "");
            int count = random.nextInt(40);
            for (int i = 0; i < count; i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertExpected(outcome(text.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsBackEveryTextHoweverItIsEscaped(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 500; trial++) {
            String text = randomText(random);
            byte[] frame = ("{\"type\":\"text\",\"seq\":1,\"text\":\"" + escaped(text, random) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);

            assertThat(ClientFrames.decode(ByteBuffer.wrap(frame), 1024))
                    .isEqualTo(new ClientFrame.Text(1, new Utterance(text)));
        }
    }

    /** Returns the code of the refusal, or nothing if the bytes were a frame. */
    private static Optional<RefusalCode> outcome(byte[] bytes) {
        try {
            ClientFrames.decode(ByteBuffer.wrap(bytes), 1024);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e.refusal().code());
        }
    }

    private static void assertExpected(Optional<RefusalCode> outcome) {
        outcome.ifPresent(code -> assertThat(EXPECTED).contains(code));
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            int[] ranges = {0x20, 0x7f, 0xa0, 0x24f, 0x600, 0x6ff, 0x4e00, 0x9fff, 0x1f600, 0x1f64f};
            int range = 2 * random.nextInt(ranges.length / 2);
            text.appendCodePoint(ranges[range] + random.nextInt(ranges[range + 1] - ranges[range]));
        }
        return text.toString();
    }

    private static String escaped(String text, Random random) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || random.nextInt(4) == 0) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                if (Character.isHighSurrogate(c)) {
                    json.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(++i)));
                }
            } else if (Character.isHighSurrogate(c)) {
                json.append(c).append(text.charAt(++i));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }
}
