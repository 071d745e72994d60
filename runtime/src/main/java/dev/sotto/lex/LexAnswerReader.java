package dev.sotto.lex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.json.WholeText;
import dev.sotto.lex.MalformedAnswerException.Flaw;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.SlotValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the answer of a hook (Lex V2 developer guide, Lambda response). As Lex does, it leaves alone what it does not
 * know, takes null for left out, and takes a slot without a shape for a scalar one.
 */
final class LexAnswerReader {

    private static final int MAX_LIST = 100;
    private static final int MAX_PARTS = 6;

    private LexAnswerReader() {}

    static LexHookResponse read(byte[] answer) {
        JsonNode root = tree(answer);
        require(root.isObject(), Flaw.JSON);
        JsonNode state = member(root, "sessionState");
        require(state.isObject(), Flaw.SESSION_STATE);
        return LexAnswerRules.checked(new LexHookResponse(
                dialogAction(member(state, "dialogAction")),
                optional(state, "intent").map(LexAnswerReader::intent),
                optional(state, "sessionAttributes").map(LexAnswerReader::attributes),
                optional(state, "activeContexts").map(LexContextReader::read),
                optional(root, "messages").map(LexMessageReader::read).orElse(List.of())));
    }

    private static JsonNode tree(byte[] answer) {
        try {
            JsonNode root = LexHookJson.MAPPER.readTree(answer);
            require(root != null, Flaw.JSON);
            return root;
        } catch (IOException e) {
            // The parser's message quotes what it could not read, so neither it nor its exception goes any further.
            throw new MalformedAnswerException(Flaw.JSON);
        }
    }

    private static LexDialogAction dialogAction(JsonNode action) {
        require(action.isObject(), Flaw.DIALOG_ACTION);
        DialogActionType type =
                named(DialogActionType.values(), DialogActionType::lexName, member(action, "type"), Flaw.DIALOG_ACTION);
        if (type != DialogActionType.ELICIT_SLOT) {
            return LexDialogAction.of(type);
        }
        String slot = text(member(action, "slotToElicit"), Flaw.DIALOG_ACTION);
        String part = optional(action, "subSlotToElicit")
                .map(sub -> "." + text(member(sub, "name"), Flaw.DIALOG_ACTION))
                .orElse("");
        return new LexDialogAction(type, Optional.of(slotName(slot + part, Flaw.DIALOG_ACTION)));
    }

    private static LexHookIntent intent(JsonNode intent) {
        require(intent.isObject(), Flaw.INTENT);
        String name = text(member(intent, "name"), Flaw.INTENT);
        require(IntentName.isValid(name), Flaw.INTENT);
        return new LexHookIntent(
                new IntentName(name),
                optional(intent, "slots").map(LexAnswerReader::slots).orElse(Map.of()),
                optional(intent, "state")
                        .map(state -> named(IntentState.values(), IntentState::lexName, state, Flaw.INTENT)),
                optional(intent, "confirmationState")
                        .map(state ->
                                named(ConfirmationState.values(), ConfirmationState::lexName, state, Flaw.INTENT)));
    }

    private static Map<SlotName, Optional<LexSlot>> slots(JsonNode slots) {
        require(slots.isObject(), Flaw.SLOT);
        Map<SlotName, Optional<LexSlot>> values = new LinkedHashMap<>();
        slots.properties().forEach(slot -> read(slot.getKey(), slot.getValue(), values));
        return values;
    }

    private static void read(String name, JsonNode slot, Map<SlotName, Optional<LexSlot>> values) {
        require(slot.isNull() || slot.isObject(), Flaw.SLOT);
        boolean composite = optional(slot, "shape")
                .map(word -> text(word, Flaw.SLOT))
                .filter("Composite"::equals)
                .isPresent();
        if (!composite) {
            values.put(slotName(name, Flaw.SLOT), slot.isNull() ? Optional.empty() : slot(slot));
            return;
        }
        JsonNode parts = member(slot, "subSlots");
        require(parts.isObject() && parts.size() <= MAX_PARTS, Flaw.SLOT);
        parts.properties()
                .forEach(part -> values.put(
                        slotName(name + "." + part.getKey(), Flaw.SLOT),
                        part.getValue().isNull() ? Optional.empty() : slot(part.getValue())));
    }

    private static Optional<LexSlot> slot(JsonNode slot) {
        require(slot.isObject(), Flaw.SLOT);
        String shape =
                optional(slot, "shape").map(word -> text(word, Flaw.SLOT)).orElse("Scalar");
        require(shape.equals("Scalar") || shape.equals("List"), Flaw.SLOT);
        return shape.equals("List") ? list(slot) : scalar(slot);
    }

    /** A list is what its values are; what is said of all of them together follows from that. */
    private static Optional<LexSlot> list(JsonNode slot) {
        JsonNode values = member(slot, "values");
        require(values.isArray() && values.size() <= MAX_LIST, Flaw.SLOT);
        List<LexSlot> read = new ArrayList<>();
        for (JsonNode value : values) {
            require(value.isObject(), Flaw.SLOT);
            scalar(value).filter(one -> one.interpretedValue().isPresent()).ifPresent(read::add);
        }
        return read.isEmpty() ? Optional.empty() : Optional.of(LexSlot.list(read));
    }

    private static Optional<LexSlot> scalar(JsonNode slot) {
        return optional(slot, "value").map(value -> {
            require(value.isObject(), Flaw.SLOT);
            return new LexSlot(
                    optional(value, "originalValue").map(LexAnswerReader::slotValue),
                    optional(value, "interpretedValue").map(LexAnswerReader::chosenValue),
                    optional(value, "resolvedValues")
                            .map(LexAnswerReader::resolved)
                            .orElse(List.of()));
        });
    }

    private static List<SlotValue> resolved(JsonNode values) {
        require(values.isArray(), Flaw.SLOT);
        List<SlotValue> resolved = new ArrayList<>();
        values.forEach(value -> resolved.add(slotValue(value)));
        return resolved;
    }

    private static SlotValue chosenValue(JsonNode value) {
        SlotValue chosen = slotValue(value);
        require(!chosen.blank(), Flaw.SLOT);
        return chosen;
    }

    private static SlotValue slotValue(JsonNode value) {
        return new SlotValue(text(value, Flaw.SLOT));
    }

    private static Map<String, SlotValue> attributes(JsonNode attributes) {
        return texts(attributes, Flaw.ATTRIBUTES);
    }

    static Map<String, SlotValue> texts(JsonNode object, Flaw flaw) {
        require(object.isObject(), flaw);
        Map<String, SlotValue> values = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            require(WholeText.isWhole(entry.getKey()), flaw);
            values.put(entry.getKey(), new SlotValue(text(entry.getValue(), flaw)));
        });
        return values;
    }

    static Optional<JsonNode> optional(JsonNode object, String name) {
        JsonNode member = member(object, name);
        return member.isNull() || member.isMissingNode() ? Optional.empty() : Optional.of(member);
    }

    static JsonNode member(JsonNode object, String name) {
        return object.path(name);
    }

    static String text(JsonNode node, Flaw flaw) {
        require(node.isTextual() && WholeText.isWhole(node.textValue()), flaw);
        return node.textValue();
    }

    static void require(boolean holds, Flaw flaw) {
        if (!holds) {
            throw new MalformedAnswerException(flaw);
        }
    }

    private static SlotName slotName(String name, Flaw flaw) {
        require(SlotName.isValid(name), flaw);
        return new SlotName(name);
    }

    static <T> T named(T[] all, Function<T, String> name, JsonNode wanted, Flaw flaw) {
        String word = text(wanted, flaw);
        for (T one : all) {
            if (name.apply(one).equals(word)) {
                return one;
            }
        }
        throw new MalformedAnswerException(flaw);
    }
}
