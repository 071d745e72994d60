package dev.sotto.channel.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sotto.bot.BotName;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.sensitive.Secret;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import dev.sotto.session.ClientId;
import dev.sotto.speech.AudioFormat;
import dev.sotto.turn.SessionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFramesTest {

    private static final int MAX_TEXT = 1024;
    private static final String ID = "AAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void readsAHelloThatOpens() {
        ClientFrame frame = decode("""
                {"type":"hello","version":1,"bot":"bank","token":"t0k","locale":"en-GB","client":"tab-1"}""");

        assertThat(frame)
                .isEqualTo(new ClientFrame.Open(
                        new BotName("bank"),
                        new Secret("t0k"),
                        Optional.of("en-GB"),
                        Optional.of(new ClientId("tab-1")),
                        Optional.empty()));
    }

    @Test
    void readsTheAudioThatIsOffered() {
        assertThat(offer("{\"encoding\":\"mulaw\",\"rate\":8000}", "{\"encoding\":\"pcm_s16le\",\"rate\":16000}"))
                .isEqualTo(new AudioOffer(
                        Optional.of(new AudioFormat(AudioFormat.Encoding.MULAW, 8_000, 1)),
                        Optional.of(AudioFormat.linear(16_000))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"encoding\":\"pcm_f32le\",\"rate\":16000}",
                "{\"encoding\":\"opus\",\"rate\":48000}",
                "{\"encoding\":\"pcm_s16le\",\"rate\":11025}",
                "{\"encoding\":\"pcm_s16le\",\"rate\":16000,\"channels\":2}",
                "{\"encoding\":\"pcm_s16le\",\"rate\":1}"
            })
    void findsNoFormatInAudioThatIsNotTaken(String format) {
        assertThat(offer(format, format)).isEqualTo(new AudioOffer(Optional.empty(), Optional.empty()));
    }

    private static AudioOffer offer(String listen, String speak) {
        ClientFrame frame =
                decode("{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\",\"token\":\"t\",\"audio\":{\"listen\":"
                        + listen + ",\"speak\":" + speak + "}}");
        return ((ClientFrame.Open) frame).audio().orElseThrow();
    }

    @Test
    void readsAHelloThatResumes() {
        ClientFrame frame = decode("""
                {"type":"hello","version":1,"resume":{"session":"%s","key":"k","seen":7}}""".formatted(ID));

        assertThat(frame).isEqualTo(new ClientFrame.Resume(new SessionId(ID), new Secret("k"), 7, Optional.empty()));
    }

    @Test
    void readsEveryOtherFrame() {
        assertThat(decode("{\"type\":\"text\",\"seq\":3,\"text\":\"hi \\ud83d\\ude00\"}"))
                .isEqualTo(new ClientFrame.Text(3, new Utterance("hi \uD83D\uDE00")));
        assertThat(decode("{\"type\":\"dtmf\",\"seq\":4,\"digits\":\"12*#AD\"}"))
                .isEqualTo(new ClientFrame.Dtmf(4, new SlotValue("12*#AD")));
        assertThat(decode("{\"type\":\"played\",\"mark\":\"m.1\"}")).isEqualTo(new ClientFrame.Played("m.1"));
        assertThat(decode("{\"type\":\"microphone\",\"state\":\"on\"}"))
                .isEqualTo(new ClientFrame.Microphone(ClientFrame.Microphone.State.ON));
        assertThat(decode("{\"type\":\"microphone\",\"state\":\"off\"}"))
                .isEqualTo(new ClientFrame.Microphone(ClientFrame.Microphone.State.OFF));
        assertThat(decode("{\"type\":\"seen\",\"upto\":9}")).isEqualTo(new ClientFrame.Seen(9));
        assertThat(decode("{\"type\":\"end\",\"seq\":7}")).isEqualTo(new ClientFrame.End(7));
    }

    @Test
    void ignoresMembersThatItDoesNotKnow() {
        assertThat(decode("{\"later\":{\"a\":[1,{\"b\":null}]},\"seq\":1,\"more\":1e9,\"type\":\"end\",\"x\":true}"))
                .isEqualTo(new ClientFrame.End(1));
    }

    @Test
    void refusesAnUnknownType() {
        assertThat(refusalOf("{\"type\":\"shutdown\",\"seq\":1}")).isEqualTo(RefusalCode.FRAME_UNKNOWN);
    }

    @Test
    void refusesAnotherVersion() {
        assertThat(refusalOf("{\"type\":\"hello\",\"version\":2,\"bot\":\"bank\",\"token\":\"t\"}"))
                .isEqualTo(RefusalCode.VERSION_UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "[{\"type\":\"end\",\"seq\":1}]",
                "{",
                "}",
                "{}",
                "{}{}",
                "{\"type\":\"end\",\"seq\":1} x",
                "{\"type\":\"end\",\"seq\":1}{\"type\":\"end\",\"seq\":2}",
                "{\"type\":\"end\",\"seq\":1,}",
                "{'type':'end','seq':1}",
                "{type:\"end\",seq:1}",
                "{\"type\":\"end\",\"seq\":1/**/}",
                "\uFEFF{\"type\":\"end\",\"seq\":1}",
                "{\"type\":null,\"seq\":1}",
                "{\"type\":[\"end\"],\"seq\":1}",
                "{\"type\":\"end\"}",
                "{\"type\":\"end\",\"seq\":\"1\"}",
                "{\"type\":\"end\",\"seq\":1.0}",
                "{\"type\":\"end\",\"seq\":1e0}",
                "{\"type\":\"end\",\"seq\":0}",
                "{\"type\":\"end\",\"seq\":-1}",
                "{\"type\":\"end\",\"seq\":01}",
                "{\"type\":\"end\",\"seq\":NaN}",
                "{\"type\":\"end\",\"seq\":9007199254740992}",
                "{\"type\":\"end\",\"seq\":99999999999999999999}",
                "{\"type\":\"end\",\"seq\":true}",
                "{\"type\":\"end\",\"seq\":{}}",
                "{\"type\":\"end\",\"seq\":1,\"seq\":1}",
                "{\"type\":\"end\",\"seq\":1,\"x\":{\"y\":1,\"y\":2}}",
                "{\"type\":\"text\",\"seq\":1,\"text\":7}",
                "{\"type\":\"text\",\"seq\":1,\"text\":\"a\\u0000b\"}",
                "{\"type\":\"text\",\"seq\":1,\"text\":\"a\\ud83db\"}",
                "{\"type\":\"text\",\"seq\":1,\"text\":\"a\\ude00\\ud83d\"}",
                "{\"type\":\"text\",\"seq\":1,\"text\":\"a\u0001b\"}",
                "{\"type\":\"text\",\"seq\":1,\"text\":\"a\\xb\"}",
                "{\"type\":\"end\",\"seq\":1,\"ignored\":\"\\ud83d\"}",
                "{\"type\":\"end\",\"seq\":1,\"ignored\":[[\"\\u0000\"]]}",
                "{\"type\":\"end\",\"seq\":1,\"\\udc00\":1}",
                "{\"type\":\"dtmf\",\"seq\":1,\"digits\":\"\"}",
                "{\"type\":\"dtmf\",\"seq\":1,\"digits\":\"12E\"}",
                "{\"type\":\"played\",\"seq\":1,\"mark\":\"a b\"}",
                "{\"type\":\"microphone\",\"state\":\"loud\"}",
                "{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\",\"token\":\"t\",\"audio\":true}",
                "{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\",\"token\":\"t\",\"audio\":{\"listen\":{}}}",
                "{\"type\":\"seen\",\"upto\":null}",
                "{\"type\":\"hello\",\"bot\":\"bank\",\"token\":\"t\"}",
                "{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\"}",
                "{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\",\"token\":\"t\",\"locale\":null}",
                "{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\",\"token\":\"t\",\"client\":\"\"}",
                "{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\",\"token\":\"t\",\"client\":\"a b\"}",
                "{\"type\":\"hello\",\"version\":1,\"resume\":\"x\"}",
                "{\"type\":\"hello\",\"version\":1,\"token\":\"t\",\"resume\":{\"session\":\"x\",\"key\":\"k\",\"seen\":0}}"
            })
    void refusesWhatIsMalformed(String frame) {
        assertThat(refusalOf(frame)).isEqualTo(RefusalCode.FRAME_MALFORMED);
    }

    @Test
    void refusesALocaleInNoForm() {
        assertThat(refusalOf("{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\",\"token\":\"t\",\"locale\":\"e_\"}"))
                .isEqualTo(RefusalCode.LOCALE_UNKNOWN);
    }

    @Test
    void takesANameThatNoBotCanHaveForAnUnknownBot() {
        assertThat(refusalOf("{\"type\":\"hello\",\"version\":1,\"bot\":\"../bank\",\"token\":\"t\"}"))
                .isEqualTo(RefusalCode.BOT_UNKNOWN);
    }

    @Test
    void takesAnIdThatNoSessionCanHaveForAnUnknownSession() {
        assertThat(refusalOf(
                        "{\"type\":\"hello\",\"version\":1,\"resume\":{\"session\":\"x\",\"key\":\"k\",\"seen\":0}}"))
                .isEqualTo(RefusalCode.SESSION_UNKNOWN);
    }

    @Test
    void countsCodePointsAndNotCharacters() {
        String longest = "\uD83D\uDE00".repeat(MAX_TEXT);

        assertThat(decode(text(longest))).isEqualTo(new ClientFrame.Text(1, new Utterance(longest)));
        assertThat(decode(text(longest + "x"))).isEqualTo(new ClientFrame.Unfit(1, RefusalCode.TEXT_TOO_LONG));
        assertThat(decode(text(""))).isEqualTo(new ClientFrame.Unfit(1, RefusalCode.TEXT_EMPTY));
    }

    @Test
    void bearsSomeNestingAndNoMore() {
        assertThat(decode(nested(Json.MAX_DEPTH - 1))).isEqualTo(new ClientFrame.End(1));
        assertThat(refusalOf(nested(Json.MAX_DEPTH))).isEqualTo(RefusalCode.FRAME_MALFORMED);
        assertThat(refusalOf(nested(8_000))).isEqualTo(RefusalCode.FRAME_MALFORMED);
    }

    @Test
    void refusesANumberThatIsTooLongToBeOne() {
        assertThat(refusalOf("{\"type\":\"end\",\"seq\":1,\"n\":" + "9".repeat(16_000) + "}"))
                .isEqualTo(RefusalCode.FRAME_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c0af", // overlong
                "eda080", // half a surrogate pair
                "f4908080", // beyond the last code point
                "80", // a continuation of nothing
                "e282", // cut short
                "ff"
            })
    void refusesBytesThatAreNotUtf8(String hex) {
        byte[] before = "{\"type\":\"text\",\"seq\":1,\"text\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] wrong = java.util.HexFormat.of().parseHex(hex);
        byte[] after = "\"}".getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(before.length + wrong.length + after.length)
                .put(before)
                .put(wrong)
                .put(after)
                .flip();

        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> ClientFrames.decode(frame, MAX_TEXT));

        assertThat(refused.refusal().code()).isEqualTo(RefusalCode.FRAME_MALFORMED);
    }

    @Test
    void repeatsNothingOfWhatItRefuses() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> decode("{\"type\":\"text\",\"seq\":1,\"text\":canary-7h2k}"));

        assertThat(refused.toString() + refused.refusal()).doesNotContain("canary");
        assertThat(refused).hasNoCause();
        assertThat(refused.getSuppressed()).isEmpty();
    }

    @Test
    void readsATurnOfTextOrOfKeys() {
        assertThat(ClientFrames.decodeTurn(bytes("{\"seq\":1,\"text\":\"hello\"}"), MAX_TEXT))
                .isEqualTo(new ClientFrame.Text(1, new Utterance("hello")));
        assertThat(ClientFrames.decodeTurn(bytes("{\"seq\":2,\"digits\":\"1\"}"), MAX_TEXT))
                .isEqualTo(new ClientFrame.Dtmf(2, new SlotValue("1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"seq\":1}", "{\"seq\":1,\"text\":\"a\",\"digits\":\"1\"}", "{\"text\":\"a\"}"})
    void refusesATurnThatIsNeitherOrBoth(String body) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> ClientFrames.decodeTurn(bytes(body), MAX_TEXT));

        assertThat(refused.refusal().code()).isEqualTo(RefusalCode.FRAME_MALFORMED);
    }

    @Test
    void readsARequestForAToken() {
        TokenRequest request = ClientFrames.decodeTokenRequest(
                bytes("{\"bot\":\"bank\",\"origin\":\"https://shop.example\",\"person\":\"p-1\"}"));

        assertThat(request.bot()).isEqualTo(new BotName("bank"));
        assertThat(request.origin().map(Object::toString)).contains("https://shop.example");
        assertThat(request.person()).isPresent();
    }

    private static ClientFrame decode(String frame) {
        return ClientFrames.decode(bytes(frame), MAX_TEXT);
    }

    private static RefusalCode refusalOf(String frame) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> decode(frame));
        return Objects.requireNonNull(refused, "was taken").refusal().code();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String text) {
        return "{\"type\":\"text\",\"seq\":1,\"text\":\"" + text + "\"}";
    }

    private static String nested(int depth) {
        return "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"type\":\"end\",\"seq\":1}";
    }
}
