package dev.sotto.bot.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Message;
import dev.sotto.bot.Part;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Prompt;
import dev.sotto.bot.Slot;
import dev.sotto.bot.SlotDefault;
import dev.sotto.bot.build.BotFormat;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.sensitive.DataClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a slot as Lex V2 has it. Confined to one export. */
final class SlotWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<Slot> parts;
    private final Slot slot;
    private final String type;
    private final String path;
    private final Leavings left;

    /** What an intent of Lex goes by from slot to slot. */
    enum Guide {
        PRIORITIES,
        PATHS
    }

    /**
     * Makes a writer.
     *
     * @param parts the parts of a slot, or the one slot that has none
     * @param type the name of the type of a slot that has parts
     * @param path where it is in the bot's file
     */
    SlotWriter(List<Slot> parts, String type, String path, Leavings left) {
        this.parts = parts;
        this.slot = parts.get(0);
        this.type = slot.part().isPresent() ? type : SlotTypes.lexName(slot.type());
        this.path = path;
        this.left = left;
    }

    /** Returns the file of the type of a slot that has parts. */
    static ObjectNode type(String name, List<Slot> parts) {
        ObjectNode file =
                JSON.objectNode().put("name", name).put("identifier", "").putNull("description");
        file.putNull("slotTypeValues").putNull("parentSlotTypeSignature").putNull("valueSelectionSetting");
        ArrayNode all = file.putObject("compositeSlotTypeSetting").putArray("subSlots");
        for (Slot part : parts) {
            all.addObject().put("name", Part.partOf(part.name())).put("slotTypeId", SlotTypes.lexName(part.type()));
        }
        return file;
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
                .put("name", slot.part().map(Part::whole).orElse(slot.name()).value())
                .put("identifier", "")
                .putNull("description")
                .put("slotTypeName", type);
        file.set(
                "obfuscationSetting",
                slot.dataClass() == DataClass.SECRET
                        ? JSON.objectNode().put("obfuscationSettingType", "DefaultObfuscation")
                        : JSON.nullNode());
        boolean required = parts.stream().anyMatch(part -> part.constraint() == Slot.Constraint.REQUIRED);
        ObjectNode setting = slot.part().isPresent() ? elicitation(required, whole()) : elicitation(slot, path);
        file.set("valueElicitationSetting", setting);
        Passage capturing = parts.stream()
                .map(Slot::captured)
                .filter(passage -> !passage.equals(Passage.NONE))
                .findFirst()
                .orElse(Passage.NONE);
        boolean plain = guide == Guide.PRIORITIES
                && slot.eachTry().isEmpty()
                && capturing.equals(Passage.NONE)
                && slot.failed().equals(Passage.NONE);
        setting.set("slotCaptureSetting", plain ? JSON.nullNode() : capture(capturing, captured, failed));
        file.set(
                "multipleValuesSetting",
                slot.arity() == Slot.Arity.SEVERAL
                        ? JSON.objectNode().put("allowMultipleValues", true)
                        : JSON.nullNode());
        file.set("subSlotSetting", slot.part().isPresent() ? specifications() : JSON.nullNode());
        parts.forEach(this::note);
        return file;
    }

    private void note(Slot part) {
        if (part.type().equals(BuiltInTypes.YES_NO)) {
            left.add(path + ".type", "AMAZON.Confirmation, which also knows \"maybe\" and \"don't know\"");
        }
        part.limit().ifPresent(limit -> left.add(path + ".accept", "a limit; say it in a condition"));
        if (part.dataClass() != DataClass.SECRET && part.dataClass() != DataClass.PERSONAL) {
            left.add(path + ".class", "Lex knows only values that it hides and others");
        }
    }

    private JsonNode whole() {
        List<Message> opening = slot.part().map(Part::opening).orElse(List.of());
        return opening.isEmpty()
                ? JSON.nullNode()
                : new PlaceWriter(left)
                        .response(path + ".ask", opening)
                        .put("maxRetries", BotFormat.DEFAULT_RETRIES)
                        .put("messageSelectionStrategy", "Ordered")
                        .putNull("promptAttemptsSpecification");
    }

    private ObjectNode elicitation(Slot about, String at) {
        ObjectNode setting = elicitation(
                about.constraint() == Slot.Constraint.REQUIRED,
                about.prompt().<JsonNode>map(prompt -> prompt(prompt, at, left)).orElse(JSON.nullNode()));
        setting.set("defaultValueSpecification", defaults(about));
        return setting.set("waitAndContinueSpecification", waiting(about, at));
    }

    private static ObjectNode elicitation(boolean required, JsonNode prompt) {
        ObjectNode setting = JSON.objectNode().put("slotConstraint", required ? "Required" : "Optional");
        setting.set("promptSpecification", prompt);
        return setting.putNull("defaultValueSpecification")
                .putNull("sampleUtterances")
                .putNull("waitAndContinueSpecification");
    }

    private ObjectNode specifications() {
        ObjectNode setting = JSON.objectNode();
        String needed = parts.stream()
                .filter(part -> part.constraint() == Slot.Constraint.REQUIRED)
                .map(part -> Part.partOf(part.name()))
                .collect(Collectors.joining(" AND "));
        setting.put("expression", needed.isEmpty() ? null : needed);
        ObjectNode all = setting.putObject("slotSpecifications");
        for (Slot part : parts) {
            String name = Part.partOf(part.name());
            ObjectNode elicitation = elicitation(part, path + ".parts." + name);
            elicitation.remove("slotConstraint");
            all.putObject(name)
                    .put("slotTypeId", SlotTypes.lexName(part.type()))
                    .set("valueElicitationSetting", elicitation);
        }
        return setting;
    }

    private ObjectNode capture(Passage capturing, PlaceWriter.Target captured, PlaceWriter.Target failed) {
        ObjectNode setting = JSON.objectNode();
        PlaceWriter places = new PlaceWriter(left);
        places.write(setting, PlaceWriter.Members.of("capture"), path + ".captured", capturing, captured);
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
        boolean dull = !prompt.listening().equals(Listening.USUAL)
                || !prompt.attempts().isEmpty();
        ObjectNode spec = new PlaceWriter(left)
                .response(path + ".ask", prompt.ask())
                .put("maxRetries", prompt.maxRetries())
                .put("messageSelectionStrategy", "Ordered");
        return spec.set("promptAttemptsSpecification", dull ? AttentionWriter.attempts(prompt) : JSON.nullNode());
    }

    /** Returns what is said while the person has the bot wait at a question. */
    private JsonNode waiting(Slot about, String at) {
        Optional<Pause> pause = about.prompt().flatMap(Prompt::pause);
        if (pause.isEmpty()) {
            return JSON.nullNode();
        }
        PlaceWriter places = new PlaceWriter(left);
        ObjectNode spec = JSON.objectNode().put("active", true);
        spec.set(
                "waitingResponse",
                places.response(at + ".waiting.say", List.of(pause.get().waiting())));
        spec.set(
                "continueResponse",
                places.response(at + ".waiting.resumed", List.of(pause.get().resumed())));
        pause.get()
                .still()
                .ifPresent(still -> spec.set(
                        "stillWaitingResponse",
                        places.response(at + ".waiting.still", List.of(still.text()))
                                .put("frequencyInSeconds", still.every().toSeconds())
                                .put("timeoutInSeconds", still.until().toSeconds())));
        return spec;
    }

    private static JsonNode defaults(Slot slot) {
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
