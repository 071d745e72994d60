package dev.sotto.bot.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Prompt;
import dev.sotto.bot.Slot;
import dev.sotto.bot.SlotDefault;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.sensitive.DataClass;

/** Writes a slot as Lex V2 has it. Confined to one export. */
final class SlotWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Slot slot;
    private final String path;
    private final Leavings left;

    /** What an intent of Lex goes by from slot to slot. */
    enum Guide {
        PRIORITIES,
        PATHS
    }

    /** @param path where it is in the bot's file */
    SlotWriter(Slot slot, String path, Leavings left) {
        this.slot = slot;
        this.path = path;
        this.left = left;
    }

    /**
     * Returns its file.
     *
     * @param captured where it leads by itself once it has a value
     * @param failed where it leads by itself after attempts of no use
     * @param guide what the intent goes by
     */
    ObjectNode write(PlaceWriter.Target captured, PlaceWriter.Target failed, Guide guide) {
        ObjectNode file = JSON.objectNode()
                .put("name", slot.name().value())
                .put("identifier", "")
                .putNull("description")
                .put("slotTypeName", SlotTypes.lexName(slot.type()));
        file.set(
                "obfuscationSetting",
                slot.dataClass() == DataClass.SECRET
                        ? JSON.objectNode().put("obfuscationSettingType", "DefaultObfuscation")
                        : JSON.nullNode());
        ObjectNode setting = file.putObject("valueElicitationSetting");
        setting.put("slotConstraint", slot.constraint() == Slot.Constraint.REQUIRED ? "Required" : "Optional");
        setting.set(
                "promptSpecification",
                slot.prompt()
                        .<JsonNode>map(prompt -> prompt(prompt, path, left))
                        .orElse(JSON.nullNode()));
        setting.set("defaultValueSpecification", defaults());
        setting.putNull("sampleUtterances").putNull("waitAndContinueSpecification");
        boolean plain = guide == Guide.PRIORITIES
                && slot.eachTry().isEmpty()
                && slot.captured().equals(Passage.NONE)
                && slot.failed().equals(Passage.NONE);
        setting.set("slotCaptureSetting", plain ? JSON.nullNode() : capture(captured, failed));
        file.set(
                "multipleValuesSetting",
                slot.arity() == Slot.Arity.SEVERAL
                        ? JSON.objectNode().put("allowMultipleValues", true)
                        : JSON.nullNode());
        if (slot.type().equals(BuiltInTypes.YES_NO)) {
            left.add(path + ".type", "AMAZON.Confirmation, which also knows \"maybe\" and \"don't know\"");
        }
        slot.limit().ifPresent(limit -> left.add(path + ".accept", "a limit; say it in a condition"));
        if (slot.dataClass() != DataClass.SECRET && slot.dataClass() != DataClass.PERSONAL) {
            left.add(path + ".class", "Lex knows only values that it hides and others");
        }
        return file;
    }

    private ObjectNode capture(PlaceWriter.Target captured, PlaceWriter.Target failed) {
        ObjectNode setting = JSON.objectNode();
        PlaceWriter places = new PlaceWriter(left);
        places.write(setting, PlaceWriter.Members.of("capture"), path + ".captured", slot.captured(), captured);
        places.write(setting, PlaceWriter.Members.of("failure"), path + ".failed", slot.failed(), failed);
        setting.set("codeHook", places.codeHook());
        return setting.set("elicitationCodeHook", PlaceWriter.eachTry(slot.eachTry()));
    }

    /** Returns a question and how often it is put again. */
    static ObjectNode prompt(Prompt prompt, String path, Leavings left) {
        if (!prompt.retries().isEmpty()) {
            left.add(path + ".retry", "Lex puts the same question again");
        }
        if (prompt.help().isPresent()) {
            left.add(path + ".help", "Lex helps by an intent");
        }
        if (prompt.pause().isPresent()) {
            left.add(path + ".waiting", "what is said while somebody has the bot wait");
        }
        if (!prompt.listening().equals(Listening.USUAL)) {
            left.add(path, "how long it listens, and to what");
        }
        return new PlaceWriter(left)
                .response(path + ".ask", prompt.ask())
                .put("maxRetries", prompt.maxRetries())
                .put("messageSelectionStrategy", "Ordered")
                .putNull("promptAttemptsSpecification");
    }

    private JsonNode defaults() {
        ArrayNode list = JSON.arrayNode();
        for (SlotDefault value : slot.defaults()) {
            list.addObject().put("defaultValue", text(value));
        }
        return list.isEmpty() ? JSON.nullNode() : JSON.objectNode().set("defaultValueList", list);
    }

    private static String text(SlotDefault value) {
        if (value instanceof SlotDefault.FromAttribute attribute) {
            return "[" + attribute.attribute() + "]";
        }
        if (value instanceof SlotDefault.FromContext context) {
            return "#" + context.context() + "." + context.attribute();
        }
        return ((SlotDefault.Literal) value).value();
    }
}
