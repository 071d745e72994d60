package dev.sotto.channel.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.access.IssuedToken;
import dev.sotto.bot.BotName;
import dev.sotto.bot.Listening;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.bot.version.VersionId;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.Secret;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.session.Admission;
import dev.sotto.testing.SampleBot;
import dev.sotto.testing.WordInterpreter;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import dev.sotto.turn.SessionId;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ServerFramesTest {

    private static final SessionId ID = new SessionId("AAAAAAAAAAAAAAAAAAAAAA");
    private static final ShownSizes SIZES = new ShownSizes(1024, 16384, 65536);
    private static final Admission ADMISSION = new Admission(
            ID,
            new Secret("k3y"),
            4,
            new BotName("bank"),
            new VersionId("0123456789abcdef0123456789abcdef"),
            Locale.UK,
            Duration.ofMinutes(5),
            Duration.ofMinutes(60),
            new CompiledLocale(SampleBot.bot(), new WordInterpreter(SampleBot.bot())));

    @Test
    void writesReady() {
        assertJson(ServerFrames.ready(ADMISSION, SIZES, new VoiceTerms.Unasked()), """
                {"type":"ready","session":"AAAAAAAAAAAAAAAAAAAAAA","resume_key":"k3y","received":4,"bot":"bank",
                 "version":"0123456789abcdef0123456789abcdef","locale":"en-GB",
                 "limits":{"text":1024,"frame":16384,"binary":65536,"idle_s":300,"lifetime_s":3600}}""");
    }

    @Test
    void writesSay() {
        assertOutput(new Output.Say(new Saying("Hi \"you\" <b>\u00e9\uD83D\uDE00"), DataClass.PERSONAL), """
                "type":"say","text":"Hi \\"you\\" <b>\u00e9\uD83D\uDE00","class":"personal\"""");
    }

    @Test
    void writesWhatIsExpectedWithAsk() {
        assertOutput(ask(new Expectation.Anything()), """
                "type":"ask","text":"?","class":"public","expects":"anything","answer_class":"secret","attempt":2""");
        assertOutput(ask(new Expectation.Slot(new IntentName("pay"), new SlotName("amount"))), """
                "type":"ask","text":"?","class":"public","expects":"slot","intent":"pay","slot":"amount","answer_class":"secret","attempt":2""");
        assertOutput(ask(new Expectation.Confirmation(new IntentName("pay"))), """
                "type":"ask","text":"?","class":"public","expects":"yes_no","intent":"pay","answer_class":"secret","attempt":2""");
    }

    @Test
    void writesUnderstood() {
        Map<SlotName, Optional<SlotValue>> slots = new LinkedHashMap<>();
        slots.put(new SlotName("payee"), Optional.of(new SlotValue("anna")));
        slots.put(new SlotName("amount"), Optional.empty());
        assertOutput(
                new Output.Understood(
                        new IntentName("pay"),
                        0.75,
                        slots,
                        DataClass.PERSONAL,
                        IntentState.IN_PROGRESS,
                        ConfirmationState.NONE),
                """
                "type":"understood","intent":"pay","confidence":0.75,"slots":{"payee":"anna","amount":null},
                "state":"InProgress","confirmation":"None","class":"personal\"""");
    }

    @Test
    void writesTheFramesWithoutWords() {
        assertOutput(new Output.Play("jingle"), "\"type\":\"play\",\"source\":\"jingle\"");
        assertOutput(new Output.Transfer("agents"), "\"type\":\"transfer\",\"to\":\"agents\"");
        assertOutput(new Output.End(EndReason.DRAINED), "\"type\":\"end\",\"reason\":\"drained\"");
        assertOutput(
                new Output.Done(DialogActionType.ELICIT_SLOT, Optional.of(IntentState.IN_PROGRESS)),
                "\"type\":\"done\",\"cause\":2,\"action\":\"ElicitSlot\",\"state\":\"InProgress\"");
        assertOutput(
                new Output.Done(DialogActionType.ELICIT_INTENT, Optional.empty()),
                "\"type\":\"done\",\"cause\":2,\"action\":\"ElicitIntent\"");
    }

    @Test
    void tellsHowLongSomethingMayBeShown() {
        Envelope<Output> envelope = new Envelope<>(
                ID,
                5,
                3,
                2,
                OptionalLong.empty(),
                DataClass.PERSONAL,
                Optional.of(Duration.ofSeconds(30)),
                new Output.Say(new Saying("x"), DataClass.PERSONAL));

        assertThat(read(ServerFrames.output(envelope)).get("ttl_s").asLong()).isEqualTo(30);
    }

    @Test
    void doesNotWriteOutWhatIsSecret() {
        JsonNode frame =
                read(ServerFrames.output(enveloped(new Output.Say(new Saying("your PIN is 1234"), DataClass.SECRET))));

        assertThat(frame.get("class").asText()).isEqualTo("secret");
        assertThat(frame.get("text").asText()).isEmpty();
    }

    @Test
    void mendsATextThatCouldNotBeWritten() {
        JsonNode frame = read(ServerFrames.output(
                enveloped(new Output.Say(new Saying("a\uD83Db\uDE00\uD83D\uDE00\uD83D"), DataClass.PUBLIC))));

        assertThat(frame.get("text").asText()).isEqualTo("a\uFFFDb\uFFFD\uD83D\uDE00\uFFFD");
    }

    @Test
    void writesErrors() {
        assertJson(
                ServerFrames.error(Refusal.of(RefusalCode.TEXT_EMPTY), OptionalLong.of(7)),
                "{\"type\":\"error\",\"code\":\"text.empty\",\"message\":\"%s\",\"cause\":7}"
                        .formatted(RefusalCode.TEXT_EMPTY.sentence()));
        assertJson(
                ServerFrames.refusalBody(Refusal.of(RefusalCode.TEXT_EMPTY)),
                "{\"error\":{\"code\":\"text.empty\",\"message\":\"%s\"}}"
                        .formatted(RefusalCode.TEXT_EMPTY.sentence()));
    }

    @Test
    void writesTheBodiesOfHttp() {
        Envelope<Output> done = enveloped(new Output.Done(DialogActionType.NONE, Optional.empty()));
        String frames = """
                "frames":[{"type":"done","seq":5,"turn":3,"cause":2,"action":"None"}]""";

        assertJson(ServerFrames.turnBody(List.of(done)), "{" + frames + "}");
        assertJson(ServerFrames.openedBody(ADMISSION, SIZES, List.of(done)), """
                {"session":"AAAAAAAAAAAAAAAAAAAAAA","key":"k3y","bot":"bank","version":"0123456789abcdef0123456789abcdef","locale":"en-GB",
                 "limits":{"text":1024,"frame":16384,"binary":65536,"idle_s":300,"lifetime_s":3600},%s}""".formatted(frames));
        assertJson(
                ServerFrames.tokenBody(new IssuedToken(new Secret("t"), Duration.ofSeconds(60))),
                "{\"token\":\"t\",\"expires_s\":60}");
        assertJson(
                ServerFrames.botsBody(
                        List.of(new BotCard(new BotName("bank"), "The bank", "Ask for money", List.of(Locale.UK)))),
                """
                {"bots":[{"name":"bank","title":"The bank","locales":["en-GB"],"hint":"Ask for money"}]}""");
    }

    @Test
    void passesOnHowAnAnswerIsWaitedFor() {
        Listening listening = new Listening(
                Listening.Interruption.IGNORED,
                Listening.Inputs.ALL,
                Optional.of(Duration.ofSeconds(30)),
                new Listening.Speech(Optional.of(Duration.ofSeconds(4)), Optional.empty(), Optional.empty()),
                new Listening.Keys(Optional.of(Duration.ofSeconds(5)), Optional.of(4), '#', '*'));
        Output ask = new Output.Ask(
                new Saying("?"),
                DataClass.PUBLIC,
                new Expectation.Anything(),
                DataClass.PUBLIC,
                0,
                listening,
                Optional.empty());

        assertOutput(ask, """
                "type":"ask","text":"?","class":"public","expects":"anything","answer_class":"public","attempt":0,\
                "interrupt":false,"speech":{"start_ms":4000},\
                "keys":{"next_ms":5000,"longest":4,"end_key":"#","delete_key":"*"}""");
    }

    @Test
    void writesMoreThanItsFirstBufferHolds() {
        String text = "\u00e9".repeat(20_000);

        JsonNode frame = read(ServerFrames.output(enveloped(new Output.Say(new Saying(text), DataClass.PUBLIC))));

        assertThat(frame.get("text").asText()).isEqualTo(text);
    }

    private static Output ask(Expectation expectation) {
        return new Output.Ask(
                new Saying("?"), DataClass.PUBLIC, expectation, DataClass.SECRET, 2, Listening.USUAL, Optional.empty());
    }

    private static Envelope<Output> enveloped(Output output) {
        return new Envelope<>(ID, 5, 3, 2, OptionalLong.empty(), output.dataClass(), Optional.empty(), output);
    }

    private static void assertOutput(Output output, String members) {
        assertJson(ServerFrames.output(enveloped(output)), "{\"seq\":5,\"turn\":3," + members + "}");
    }

    private static void assertJson(byte[] actual, String expected) {
        assertThat(read(actual)).isEqualTo(read(expected.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static JsonNode read(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
