package dev.sotto.lex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class LexEventWriterTest {

    private static final LexBot BOT = new LexBot("session-1", "bank", "live", "v1", Locale.UK);

    @Test
    void writesLexsEventMemberByMember() throws IOException {
        assertThat(written(event(List.of(new LexTranscription(new Utterance("pay anna"), 0.5)))))
                .isEqualTo(json("""
                                {"messageVersion": "1.0",
                                 "invocationSource": "DialogCodeHook",
                                 "invocationLabel": "check",
                                 "inputMode": "Speech",
                                 "responseContentType": "text/plain; charset=utf-8",
                                 "sessionId": "session-1",
                                 "inputTranscript": "pay anna",
                                 "bot": {"id": "bank", "name": "bank", "aliasId": "live", "aliasName": "live",
                                         "localeId": "en_GB", "version": "v1"},
                                 "interpretations": [
                                   {"intent": {"name": "pay",
                                               "slots": {"payee": {"shape": "Scalar",
                                                                   "value": {"originalValue": "ann",
                                                                             "interpretedValue": "anna",
                                                                             "resolvedValues": ["anna", "hannah"]}},
                                                         "day": {"shape": "Scalar",
                                                                 "value": {"originalValue": "soon",
                                                                           "interpretedValue": null,
                                                                           "resolvedValues": []}},
                                                         "amount": null},
                                               "state": "InProgress", "confirmationState": "None"},
                                    "interpretationSource": "Lex", "nluConfidence": 0.75},
                                   {"intent": {"name": "hours", "slots": {}}, "interpretationSource": "Lex"}],
                                 "proposedNextState": {
                                   "dialogAction": {"type": "ElicitSlot", "slotToElicit": "amount"},
                                   "intent": {"name": "hours", "slots": {}, "state": "InProgress",
                                              "confirmationState": "None"},
                                   "prompt": {"attempt": "Retry2"}},
                                 "requestAttributes": {},
                                 "sessionState": {
                                   "activeContexts": [{"name": "paid",
                                                       "timeToLive": {"timeToLiveInSeconds": 90, "turnsToLive": 3},
                                                       "contextAttributes": {"k": "v"}}],
                                   "sessionAttributes": {"lang": "en"},
                                   "runtimeHints": {},
                                   "intent": {"name": "pay",
                                              "slots": {"payee": {"shape": "Scalar",
                                                                  "value": {"originalValue": "ann",
                                                                            "interpretedValue": "anna",
                                                                            "resolvedValues": ["anna", "hannah"]}},
                                                        "day": {"shape": "Scalar",
                                                                "value": {"originalValue": "soon",
                                                                          "interpretedValue": null,
                                                                          "resolvedValues": []}},
                                                        "amount": null},
                                              "state": "InProgress", "confirmationState": "None"},
                                   "originatingRequestId": "r-1"},
                                 "transcriptions": [
                                   {"transcription": "pay anna", "rawTranscription": "pay anna",
                                    "transcriptionConfidence": 0.5,
                                    "resolvedContext": {"intent": "pay"},
                                    "resolvedSlots": {"payee": {"shape": "Scalar",
                                                                "value": {"originalValue": "ann",
                                                                          "interpretedValue": "anna",
                                                                          "resolvedValues": ["anna", "hannah"]}},
                                                      "day": {"shape": "Scalar",
                                                              "value": {"originalValue": "soon",
                                                                        "interpretedValue": null,
                                                                        "resolvedValues": []}}}}]}
                                """));
    }

    @Test
    void leavesTheTranscriptEmptyWhereTheWordsAreWithheld() throws IOException {
        JsonNode event = written(event(List.of()));

        assertThat(event.get("inputTranscript").textValue()).isEmpty();
        assertThat(event.get("transcriptions")).hasSize(1);
        assertThat(event.at("/transcriptions/0/transcription").textValue()).isEmpty();
        assertThat(event.at("/transcriptions/0/rawTranscription").textValue()).isEmpty();
    }

    @Test
    void tellsOfAlternativesTheWordsOnly() throws IOException {
        JsonNode event = written(event(List.of(
                new LexTranscription(new Utterance("pay anna"), 0.5),
                new LexTranscription(new Utterance("pay hannah"), 0.25))));

        assertThat(event.at("/transcriptions/1")).isEqualTo(json("""
                                {"transcription": "pay hannah", "rawTranscription": "pay hannah",
                                 "transcriptionConfidence": 0.25, "resolvedContext": {}, "resolvedSlots": {}}
                                """));
    }

    @Test
    void tellsThePartsOfASlotAsACompositeSlot() throws IOException {
        Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>();
        slots.put(new SlotName("home.street"), Optional.of(slot("baker street", "Baker Street")));
        slots.put(new SlotName("home.city"), Optional.of(slot("london", "London")));
        slots.put(new SlotName("home.house"), Optional.empty());
        slots.put(new SlotName("work.street"), Optional.empty());
        LexIntent move = new LexIntent(new IntentName("move"), slots, IntentState.IN_PROGRESS, ConfirmationState.NONE);
        LexDialogAction asks =
                new LexDialogAction(DialogActionType.ELICIT_SLOT, Optional.of(new SlotName("work.street")));
        JsonNode event = written(new LexHookEvent(
                InvocationSource.DIALOG_CODE_HOOK,
                Optional.empty(),
                InputMode.TEXT,
                List.of(),
                Optional.of(new LexProposal(asks, move, 0)),
                new LexSessionState(Optional.empty(), Optional.of(move), List.of(), Map.of(), Optional.empty()),
                List.of()));

        assertThat(event.at("/sessionState/intent/slots")).isEqualTo(json("""
                {"home": {"shape": "Composite",
                          "value": {"originalValue": "baker street london",
                                    "interpretedValue": "Baker Street London",
                                    "resolvedValues": ["Baker Street London"]},
                          "subSlots": {"street": {"shape": "Scalar",
                                                  "value": {"originalValue": "baker street",
                                                            "interpretedValue": "Baker Street",
                                                            "resolvedValues": ["Baker Street"]}},
                                       "city": {"shape": "Scalar",
                                                "value": {"originalValue": "london",
                                                          "interpretedValue": "London",
                                                          "resolvedValues": ["London"]}}}},
                 "work": null}
                """));
        assertThat(event.at("/proposedNextState/dialogAction")).isEqualTo(json("""
                {"type": "ElicitSlot", "slotToElicit": "work", "subSlotToElicit": {"name": "street"}}
                """));
    }

    @Test
    void writesHalvesOfSurrogatePairsAsReplacementCharacters() throws IOException {
        JsonNode event = written(event(List.of(new LexTranscription(new Utterance("a\uD800b"), 1))));

        assertThat(event.get("inputTranscript").textValue()).isEqualTo("a\uFFFDb");
    }

    private static LexHookEvent event(List<LexTranscription> words) {
        Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>();
        slots.put(new SlotName("payee"), Optional.of(slot("ann", "anna", "hannah")));
        slots.put(
                new SlotName("day"),
                Optional.of(new LexSlot(Optional.of(new SlotValue("soon")), Optional.empty(), List.of())));
        slots.put(new SlotName("amount"), Optional.empty());
        LexIntent pay = new LexIntent(new IntentName("pay"), slots, IntentState.IN_PROGRESS, ConfirmationState.NONE);
        LexIntent hours =
                new LexIntent(new IntentName("hours"), Map.of(), IntentState.IN_PROGRESS, ConfirmationState.NONE);
        LexDialogAction elicit = new LexDialogAction(DialogActionType.ELICIT_SLOT, Optional.of(new SlotName("amount")));
        return new LexHookEvent(
                InvocationSource.DIALOG_CODE_HOOK,
                Optional.of("check"),
                InputMode.SPEECH,
                List.of(
                        new LexInterpretation(pay, OptionalDouble.of(0.75)),
                        new LexInterpretation(hours, OptionalDouble.empty())),
                Optional.of(new LexProposal(elicit, hours, 2)),
                new LexSessionState(
                        Optional.empty(),
                        Optional.of(pay),
                        List.of(new LexActiveContext("paid", 90, 3, Map.of("k", new SlotValue("v")))),
                        Map.of("lang", new SlotValue("en")),
                        Optional.of("r-1")),
                words);
    }

    private static LexSlot slot(String original, String... resolved) {
        List<SlotValue> values = List.of(resolved).stream().map(SlotValue::new).toList();
        return new LexSlot(Optional.of(new SlotValue(original)), Optional.of(values.get(0)), values);
    }

    private static JsonNode written(LexHookEvent event) throws IOException {
        return new ObjectMapper().readTree(LexHookJson.write(event, BOT));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
