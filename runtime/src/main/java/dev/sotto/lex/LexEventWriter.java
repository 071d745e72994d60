package dev.sotto.lex;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sotto.json.WholeText;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.SlotValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the event that a hook receives (Lex V2 developer guide, Lambda event). Confined to one event.
 *
 * <p>Where the words are withheld, the transcript is an empty string and there is one transcription with an empty one, so
 * that a hook finds every member it would find in Lex's own event.
 */
final class LexEventWriter {

    private final JsonGenerator json;
    private final LexHookEvent event;
    private final LexBot bot;

    LexEventWriter(JsonGenerator json, LexHookEvent event, LexBot bot) {
        this.json = json;
        this.event = event;
        this.bot = bot;
    }

    void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("messageVersion", "1.0");
        json.writeStringField("invocationSource", event.source().lexName());
        if (event.label().isPresent()) {
            text("invocationLabel", event.label().get());
        }
        json.writeStringField("inputMode", event.inputMode().lexName());
        json.writeStringField("responseContentType", "text/plain; charset=utf-8");
        json.writeStringField("sessionId", bot.session());
        text(
                "inputTranscript",
                event.transcriptions().stream()
                        .findFirst()
                        .map(words -> words.transcription().reveal())
                        .orElse(""));
        bot();
        interpretations();
        if (event.proposal().isPresent()) {
            proposal(event.proposal().get());
        }
        json.writeObjectFieldStart("requestAttributes");
        json.writeEndObject();
        sessionState(event.sessionState());
        transcriptions();
        json.writeEndObject();
    }

    private void bot() throws IOException {
        json.writeObjectFieldStart("bot");
        json.writeStringField("id", bot.name());
        json.writeStringField("name", bot.name());
        json.writeStringField("aliasId", bot.alias());
        json.writeStringField("aliasName", bot.alias());
        json.writeStringField("localeId", bot.localeId());
        json.writeStringField("version", bot.version());
        json.writeEndObject();
    }

    /** Of the readings that were not taken Lex tells name and slots only. */
    private void interpretations() throws IOException {
        json.writeArrayFieldStart("interpretations");
        boolean taken = true;
        for (LexInterpretation reading : event.interpretations()) {
            json.writeStartObject();
            json.writeObjectFieldStart("intent");
            nameAndSlots(reading.intent());
            if (taken) {
                states(reading.intent());
            }
            json.writeEndObject();
            json.writeStringField("interpretationSource", "Lex");
            if (reading.confidence().isPresent()) {
                json.writeNumberField("nluConfidence", reading.confidence().getAsDouble());
            }
            json.writeEndObject();
            taken = false;
        }
        json.writeEndArray();
    }

    private void proposal(LexProposal proposal) throws IOException {
        json.writeObjectFieldStart("proposedNextState");
        json.writeObjectFieldStart("dialogAction");
        json.writeStringField("type", proposal.dialogAction().type().lexName());
        if (proposal.dialogAction().slotToElicit().isPresent()) {
            SlotName asked = proposal.dialogAction().slotToElicit().get();
            json.writeStringField("slotToElicit", whole(asked));
            if (!whole(asked).equals(asked.value())) {
                json.writeObjectFieldStart("subSlotToElicit");
                json.writeStringField(
                        "name", asked.value().substring(whole(asked).length() + 1));
                json.writeEndObject();
            }
        }
        json.writeEndObject();
        intent(proposal.intent());
        json.writeObjectFieldStart("prompt");
        json.writeStringField("attempt", proposal.attempt() == 0 ? "Initial" : "Retry" + proposal.attempt());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void sessionState(LexSessionState state) throws IOException {
        json.writeObjectFieldStart("sessionState");
        json.writeArrayFieldStart("activeContexts");
        for (LexActiveContext context : state.activeContexts()) {
            context(context);
        }
        json.writeEndArray();
        texts("sessionAttributes", state.sessionAttributes());
        json.writeObjectFieldStart("runtimeHints");
        json.writeEndObject();
        if (state.intent().isPresent()) {
            intent(state.intent().get());
        }
        if (state.originatingRequestId().isPresent()) {
            text("originatingRequestId", state.originatingRequestId().get());
        }
        json.writeEndObject();
    }

    private void context(LexActiveContext context) throws IOException {
        json.writeStartObject();
        text("name", context.name());
        json.writeObjectFieldStart("timeToLive");
        json.writeNumberField("timeToLiveInSeconds", context.secondsToLive());
        json.writeNumberField("turnsToLive", context.turnsToLive());
        json.writeEndObject();
        texts("contextAttributes", context.contextAttributes());
        json.writeEndObject();
    }

    private void transcriptions() throws IOException {
        json.writeArrayFieldStart("transcriptions");
        List<LexTranscription> told = event.transcriptions();
        for (int i = 0; i < Math.max(1, told.size()); i++) {
            String words = told.isEmpty() ? "" : told.get(i).transcription().reveal();
            json.writeStartObject();
            text("transcription", words);
            text("rawTranscription", words);
            json.writeNumberField(
                    "transcriptionConfidence",
                    told.isEmpty() ? 1.0 : told.get(i).confidence());
            resolved(i == 0 ? event.sessionState().intent() : Optional.empty());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Only what was acted on was resolved; of the alternatives Lex tells no intent and no slots either. */
    private void resolved(Optional<LexIntent> intent) throws IOException {
        json.writeObjectFieldStart("resolvedContext");
        if (intent.isPresent()) {
            json.writeStringField("intent", intent.get().name().value());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("resolvedSlots");
        if (intent.isPresent()) {
            Map<SlotName, Optional<LexSlot>> filled =
                    new LinkedHashMap<>(intent.get().slots());
            filled.values().removeIf(Optional::isEmpty);
            slots(filled);
        }
        json.writeEndObject();
    }

    private void intent(LexIntent intent) throws IOException {
        json.writeObjectFieldStart("intent");
        nameAndSlots(intent);
        states(intent);
        json.writeEndObject();
    }

    private void nameAndSlots(LexIntent intent) throws IOException {
        json.writeStringField("name", intent.name().value());
        json.writeObjectFieldStart("slots");
        slots(intent.slots());
        json.writeEndObject();
    }

    /** Parts of a slot, which have a dot in their names, are told together as Lex's composite slot. */
    private void slots(Map<SlotName, Optional<LexSlot>> slots) throws IOException {
        Map<String, Map<SlotName, LexSlot>> wholes = new LinkedHashMap<>();
        for (Map.Entry<SlotName, Optional<LexSlot>> slot : slots.entrySet()) {
            String whole = whole(slot.getKey());
            if (whole.equals(slot.getKey().value())) {
                slot(slot.getKey(), slot.getValue());
            } else {
                Map<SlotName, LexSlot> parts = wholes.computeIfAbsent(whole, name -> new LinkedHashMap<>());
                slot.getValue().ifPresent(value -> parts.put(slot.getKey(), value));
            }
        }
        for (Map.Entry<String, Map<SlotName, LexSlot>> whole : wholes.entrySet()) {
            json.writeFieldName(whole.getKey());
            if (whole.getValue().isEmpty()) {
                json.writeNull();
            } else {
                composite(whole.getKey(), whole.getValue());
            }
        }
    }

    private static String whole(SlotName name) {
        int dot = name.value().indexOf('.');
        return dot < 0 ? name.value() : name.value().substring(0, dot);
    }

    private void composite(String whole, Map<SlotName, LexSlot> parts) throws IOException {
        json.writeStartObject();
        json.writeStringField("shape", "Composite");
        value(LexSlot.whole(parts.values()));
        json.writeObjectFieldStart("subSlots");
        for (Map.Entry<SlotName, LexSlot> part : parts.entrySet()) {
            json.writeFieldName(part.getKey().value().substring(whole.length() + 1));
            shaped(part.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void states(LexIntent intent) throws IOException {
        json.writeStringField("state", intent.state().lexName());
        json.writeStringField("confirmationState", intent.confirmationState().lexName());
    }

    private void slot(SlotName name, Optional<LexSlot> slot) throws IOException {
        json.writeFieldName(name.value());
        if (slot.isEmpty()) {
            json.writeNull();
            return;
        }
        shaped(slot.get());
    }

    /** Writes the shape with the value and, for a list, the values in it. */
    private void shaped(LexSlot slot) throws IOException {
        boolean list = !slot.values().isEmpty();
        json.writeStartObject();
        json.writeStringField("shape", list ? "List" : "Scalar");
        value(slot);
        if (list) {
            json.writeArrayFieldStart("values");
            for (LexSlot one : slot.values()) {
                shaped(one);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void value(LexSlot slot) throws IOException {
        json.writeObjectFieldStart("value");
        if (slot.originalValue().isPresent()) {
            text("originalValue", slot.originalValue().get().reveal());
        }
        json.writeFieldName("interpretedValue");
        if (slot.interpretedValue().isPresent()) {
            text(slot.interpretedValue().get().reveal());
        } else {
            json.writeNull();
        }
        json.writeArrayFieldStart("resolvedValues");
        for (SlotValue value : slot.resolvedValues()) {
            text(value.reveal());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void texts(String name, Map<String, SlotValue> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, SlotValue> entry : values.entrySet()) {
            text(WholeText.mended(entry.getKey()), entry.getValue().reveal());
        }
        json.writeEndObject();
    }

    private void text(String name, String value) throws IOException {
        json.writeFieldName(name);
        text(value);
    }

    private void text(String value) throws IOException {
        json.writeString(WholeText.mended(value));
    }
}
