package dev.sotto.lex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sotto.lex.MalformedAnswerException.Flaw;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.SlotValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LexAnswerReaderTest {

    private static final String WHOLE = """
            {"sessionState": {
               "dialogAction": {"type": "ElicitSlot", "slotToElicit": "amount", "slotElicitationStyle": "Default"},
               "intent": {"name": "pay", "state": "InProgress", "confirmationState": "Denied",
                          "slots": {"payee": {"shape": "Scalar",
                                              "value": {"originalValue": "ann", "interpretedValue": "anna",
                                                        "resolvedValues": ["anna", "hannah"]}},
                                    "day": {"value": {"interpretedValue": "2026-01-02"}},
                                    "amount": null}},
               "sessionAttributes": {"seen": "yes"},
               "activeContexts": [{"name": "paid", "timeToLive": {"turnsToLive": 3},
                                   "contextAttributes": {"k": "v"}}],
               "runtimeHints": {"slotHints": {}}},
             "messages": [{"contentType": "PlainText", "content": "How much?"}],
             "requestAttributes": null, "sessionId": "s"}
            """;

    @Test
    void takesACompositeSlotAsItsParts() {
        LexHookResponse response = read("""
                {"sessionState": {"dialogAction": {"type": "ElicitSlot", "slotToElicit": "home",
                                                   "subSlotToElicit": {"name": "city"}},
                                  "intent": {"name": "move", "slots": {
                                    "home": {"shape": "Composite", "value": null, "subSlots": {
                                      "street": {"shape": "Scalar", "value": {"interpretedValue": "Baker Street"}},
                                      "city": null}}}}}}
                """);

        assertThat(response.dialogAction().slotToElicit()).contains(new SlotName("home.city"));
        assertThat(response.intent().orElseThrow().slots())
                .containsOnlyKeys(new SlotName("home.street"), new SlotName("home.city"))
                .containsEntry(new SlotName("home.city"), Optional.empty());
    }

    @Test
    void readsEveryMemberThatSottoKnows() {
        LexHookResponse response = read(WHOLE);

        assertThat(response.dialogAction())
                .isEqualTo(new LexDialogAction(DialogActionType.ELICIT_SLOT, Optional.of(new SlotName("amount"))));
        assertThat(response.intent().orElseThrow())
                .isEqualTo(new LexHookIntent(
                        new IntentName("pay"),
                        Map.of(
                                new SlotName("payee"),
                                Optional.of(slot(Optional.of("ann"), "anna", "anna", "hannah")),
                                new SlotName("day"),
                                Optional.of(slot(Optional.empty(), "2026-01-02")),
                                new SlotName("amount"),
                                Optional.empty()),
                        Optional.of(IntentState.IN_PROGRESS),
                        Optional.of(ConfirmationState.DENIED)));
        assertThat(response.sessionAttributes()).hasValue(Map.of("seen", new SlotValue("yes")));
        assertThat(response.activeContexts())
                .hasValue(List.of(new LexActiveContext("paid", 86_400, 3, Map.of("k", new SlotValue("v")))));
        assertThat(response.messages()).containsExactly(new LexMessage(new Saying("How much?")));
    }

    @Test
    void takesNullAndLeftOutForTheSame() {
        LexHookResponse least = read("{\"sessionState\": {\"dialogAction\": {\"type\": \"Delegate\"}}}");

        assertThat(least).isEqualTo(read("""
                        {"sessionState": {"dialogAction": {"type": "Delegate", "slotToElicit": null}, "intent": null,
                                          "sessionAttributes": null, "activeContexts": null}, "messages": null}
                        """));
        assertThat(least.intent()).isEmpty();
        assertThat(least.sessionAttributes()).isEmpty();
    }

    @Test
    void tellsEmptiedFromLeftAlone() {
        assertThat(read("""
                                {"sessionState": {"dialogAction": {"type": "Delegate"}, "sessionAttributes": {},
                                                  "activeContexts": []}}
                                """).sessionAttributes()).hasValue(Map.of());
    }

    @Test
    void leavesASlotToElicitAloneWhereNoneIsElicited() {
        assertThat(read("""
                                {"sessionState": {"dialogAction": {"type": "Close", "slotToElicit": "size"},
                                                  "intent": {"name": "pay", "state": "Failed"}}}
                                """).dialogAction()).isEqualTo(LexDialogAction.of(DialogActionType.CLOSE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "JSON           |",
                "JSON           | nonsense",
                "JSON           | []",
                "JSON           | {} {}",
                "JSON           | {`a`:1,`a`:2}",
                "SESSION_STATE  | {}",
                "SESSION_STATE  | {`sessionState`: []}",
                "SESSION_STATE  | {`dialogAction`: {`type`: `Delegate`}}",
                "DIALOG_ACTION  | {`sessionState`: {}}",
                "DIALOG_ACTION  | {`sessionState`: {`dialogAction`: {}}}",
                "DIALOG_ACTION  | {`sessionState`: {`dialogAction`: {`type`: `None`}}}",
                "DIALOG_ACTION  | {`sessionState`: {`dialogAction`: {`type`: `delegate`}}}",
                "DIALOG_ACTION  | {`sessionState`: {`dialogAction`: {`type`: 1}}}",
                "DIALOG_ACTION  | {`sessionState`: {`dialogAction`: {`type`: `ElicitSlot`}}}",
                "DIALOG_ACTION  | {`sessionState`: {`dialogAction`: {`type`: `ElicitSlot`, `slotToElicit`: `a b`}}}",
                "INTENT         | intent: 1",
                "INTENT         | intent: {}",
                "INTENT         | intent: {`name`: `a b`}",
                "INTENT         | intent: {`name`: `pay`, `state`: `Done`}",
                "INTENT         | intent: {`name`: `pay`, `confirmationState`: `Yes`}",
                "SLOT           | intent: {`name`: `pay`, `slots`: []}",
                "SLOT           | intent: {`name`: `pay`, `slots`: {`a b`: null}}",
                "SLOT           | intent: {`name`: `pay`, `slots`: {`a`: `x`}}",
                "SLOT           | intent: {`name`: `pay`, `slots`: {`a`: {`shape`: `List`, `values`: {}}}}",
                "SLOT           | intent: {`name`: `pay`, `slots`: {`a`: {`value`: `x`}}}",
                "SLOT           | intent: {`name`: `pay`, `slots`: {`a`: {`value`: {`interpretedValue`: 1}}}}",
                "SLOT           | intent: {`name`: `pay`, `slots`: {`a`: {`value`: {`interpretedValue`: ``}}}}",
                "SLOT           | intent: {`name`: `pay`, `slots`: {`a`: {`value`: {`resolvedValues`: `x`}}}}",
                "SLOT           | intent: {`name`: `p`, `slots`: {`a`: {`value`: {`resolvedValues`: [`1`,`2`,`3`,`4`,`5`,`6`]}}}}",
                "SLOT           | intent: {`name`: `p`, `slots`: {`a`: {`value`: {`interpretedValue`: `\\u0000`}}}}",
                "SLOT           | intent: {`name`: `p`, `slots`: {`a`: {`value`: {`interpretedValue`: `\\ud800`}}}}",
                "ATTRIBUTES     | sessionAttributes: []",
                "ATTRIBUTES     | sessionAttributes: {`a`: 1}",
                "ATTRIBUTES     | sessionAttributes: {`a`: null}",
                "ATTRIBUTES     | sessionAttributes: {``: `x`}",
                "CONTEXTS       | activeContexts: {}",
                "CONTEXTS       | activeContexts: [{}]",
                "CONTEXTS       | activeContexts: [{`name`: `a`}]",
                "CONTEXTS       | activeContexts: [{`name`: `a`, `timeToLive`: {`turnsToLive`: 21}}]",
                "CONTEXTS       | activeContexts: [{`name`: `a`, `timeToLive`: {`turnsToLive`: 1.5}}]",
                "CONTEXTS       | activeContexts: [{`name`: `a b`, `timeToLive`: {}}]",
                "NO_INTENT      | {`sessionState`: {`dialogAction`: {`type`: `ElicitSlot`, `slotToElicit`: `a`}}}",
                "NO_INTENT      | {`sessionState`: {`dialogAction`: {`type`: `Close`}}}",
                "NO_INTENT      | {`sessionState`: {`dialogAction`: {`type`: `ConfirmIntent`}},"
                        + " `messages`: [{`contentType`: `PlainText`, `content`: `x`}]}",
                "NO_MESSAGE     | {`sessionState`: {`dialogAction`: {`type`: `ElicitIntent`}}}",
                "NO_MESSAGE     | {`sessionState`: {`dialogAction`: {`type`: `ElicitIntent`}}, `messages`: []}",
                "NO_MESSAGE     | {`sessionState`: {`dialogAction`: {`type`: `ConfirmIntent`}, `intent`: {`name`: `p`}}}",
                "STATE          | {`sessionState`: {`dialogAction`: {`type`: `Close`}, `intent`: {`name`: `p`}}}",
                "STATE          | {`sessionState`: {`dialogAction`: {`type`: `Close`},"
                        + " `intent`: {`name`: `p`, `state`: `ReadyForFulfillment`}}}",
                "STATE          | {`sessionState`: {`dialogAction`: {`type`: `ElicitSlot`, `slotToElicit`: `a`},"
                        + " `intent`: {`name`: `p`, `state`: `ReadyForFulfillment`}}}",
                "MESSAGES       | messages: {}",
                "MESSAGES       | messages: [`x`]",
                "MESSAGES       | messages: [{`contentType`: `PlainText`}]",
                "MESSAGES       | messages: [{`contentType`: `PlainText`, `content`: ``}]",
                "MESSAGE_TYPE   | messages: [{`content`: `x`}]",
                "MESSAGE_TYPE   | messages: [{`contentType`: `Video`, `content`: `x`}]",
                "MESSAGES       | messages: [{`contentType`: `ImageResponseCard`, `imageResponseCard`: {}}]",
                "MESSAGES       | messages: [{`contentType`: `ImageResponseCard`, `content`: `x`}]",
            })
    void refusesWhatIsNotAnAnswerAndSaysWhatIsWrong(Flaw flaw, String answer) {
        String json = json(answer == null ? "" : answer);

        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> assertThat(e.flaw()).isEqualTo(flaw));
    }

    @Test
    void refusesMoreThanLexsLimits() {
        String message = "{\"contentType\":\"PlainText\",\"content\":\"x\"}";
        String long1025 = "{\"contentType\":\"PlainText\",\"content\":\"" + "x".repeat(1025) + "\"}";

        assertThat(flaw(json("messages: [" + (message + ",").repeat(10) + message + "]")))
                .isEqualTo(Flaw.MESSAGES);
        assertThat(flaw(json("messages: [" + long1025 + "]"))).isEqualTo(Flaw.MESSAGES);
        assertThat(flaw(json("sessionAttributes: {`a`: `" + "x".repeat(12 * 1024) + "`}")))
                .isEqualTo(Flaw.ATTRIBUTES);
        assertThat(flaw("[".repeat(100_000))).isEqualTo(Flaw.JSON);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void survivesAnyDamageToAnAnswer(long seed) {
        Random random = new Random(seed);
        byte[] answer = WHOLE.getBytes(StandardCharsets.UTF_8);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            answer[random.nextInt(answer.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "{}[]\",:0nt\\".charAt(random.nextInt(11)));
        }

        try {
            assertThat(LexHookJson.read(answer)).isNotNull();
        } catch (MalformedAnswerException e) {
            assertThat(e.getMessage()).startsWith("answer.");
            assertThat(e.getCause()).isNull();
        }
    }

    /** A shorthand: {@code member: value} stands for an otherwise good answer with that member. */
    private static String json(String shorthand) {
        String quoted = shorthand.replace('`', '"');
        int colon = quoted.indexOf(": ");
        if (quoted.startsWith("{") || colon < 0) {
            return quoted;
        }
        String member = "\"" + quoted.substring(0, colon) + "\"" + quoted.substring(colon);
        String action = "\"dialogAction\": {\"type\": \"Delegate\"}";
        return quoted.startsWith("messages")
                ? "{\"sessionState\": {" + action + "}, " + member + "}"
                : "{\"sessionState\": {" + action + ", " + member + "}}";
    }

    private static LexHookResponse read(String json) {
        return LexHookJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Flaw flaw(String json) {
        try {
            read(json);
        } catch (MalformedAnswerException e) {
            return e.flaw();
        }
        throw new AssertionError("taken for an answer");
    }

    private static LexSlot slot(Optional<String> original, String chosen, String... resolved) {
        return new LexSlot(
                original.map(SlotValue::new),
                Optional.of(new SlotValue(chosen)),
                List.of(resolved).stream().map(SlotValue::new).toList());
    }
}
