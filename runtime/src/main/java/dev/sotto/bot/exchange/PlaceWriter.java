package dev.sotto.bot.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Card;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Message;
import dev.sotto.bot.Next;
import dev.sotto.bot.Part;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Template;
import dev.sotto.bot.build.ConditionText;
import dev.sotto.nlu.SlotName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what happens at a place of an intent as Lex V2 has it: a response, conditional branches and a next step, and
 * the code hook that the steps may lead to. Confined to one place, or to those that share a code hook.
 */
final class PlaceWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Most wordings of a message beside the first (Lex V2's limit). */
    private static final int MAX_VARIATIONS = 2;

    private final Leavings left;
    private Optional<JsonNode> codeHook = Optional.empty();

    PlaceWriter(Leavings left) {
        this.left = left;
    }

    /** The names of the members that tell of a place. */
    record Members(String response, String conditional, String step) {

        static final Members BEGINNING = new Members("initialResponse", "conditional", "nextStep");
        static final Members CLOSING = new Members("closingResponse", "conditional", "nextStep");
        static final Members BRANCH = new Members("response", "conditional", "nextStep");

        static Members of(String prefix) {
            return new Members(prefix + "Response", prefix + "Conditional", prefix + "NextStep");
        }
    }

    /** Where a passage stands, which tells what it can do: branches have no branches, and what follows a call no call. */
    private enum Within {
        PLACE,
        BRANCH,
        OUTCOME,
        BRANCH_OF_OUTCOME;

        boolean branches() {
            return this == PLACE || this == OUTCOME;
        }

        boolean calls() {
            return this == PLACE || this == BRANCH;
        }

        Within branch() {
            return calls() ? BRANCH : BRANCH_OF_OUTCOME;
        }
    }

    /**
     * Writes a place.
     *
     * @param path where it is in the bot's file
     * @param usual where it leads unless it says otherwise
     */
    void write(ObjectNode setting, Members members, String path, Passage passage, Target usual) {
        write(setting, members, path, passage, usual, Within.PLACE);
    }

    /** Where a step leads: the type of the dialogue action, and the slot or intent that it names. */
    record Target(String type, Optional<String> slot, Optional<String> intent) {

        static Target of(String type) {
            return new Target(type, Optional.empty(), Optional.empty());
        }

        static Target slot(String slot) {
            return new Target("ElicitSlot", Optional.of(slot), Optional.empty());
        }

        static Target intent(String intent) {
            return new Target("StartIntent", Optional.empty(), Optional.of(intent));
        }
    }

    /** Returns the code hook that steps of these places lead to. */
    JsonNode codeHook() {
        return codeHook.orElse(JSON.nullNode());
    }

    private void write(ObjectNode setting, Members members, String path, Passage passage, Target usual, Within within) {
        setting.set(members.response(), passage.say().isEmpty() ? JSON.nullNode() : response(path, passage.say()));
        boolean branches = !passage.branches().isEmpty();
        if (branches && !within.branches()) {
            left.add(path + ".when", "a branch of Lex has no branches of its own");
            branches = false;
        }
        setting.set(members.conditional(), branches ? conditional(path, passage, usual, within) : JSON.nullNode());
        Target target = branches ? Target.of("EvaluateConditional") : target(path, passage.next(), usual, within);
        setting.set(members.step(), step(passage, target));
    }

    /** Lex goes where the default branch leads if no other does, and so does a passage where its last branch or step does. */
    private ObjectNode conditional(String path, Passage passage, Target usual, Within within) {
        ObjectNode conditional = JSON.objectNode().put("isActive", true);
        ArrayNode branches = conditional.putArray("conditionalBranches");
        Passage otherwise = new Passage(List.of(), Map.of(), Map.of(), List.of(), passage.next());
        for (int i = 0; i < passage.branches().size(); i++) {
            Passage.Branch branch = passage.branches().get(i);
            if (branch.condition().isEmpty()) {
                otherwise = branch.passage();
                continue;
            }
            ObjectNode written = branches.addObject().put("name", "branch-" + (i + 1));
            written.putObject("condition")
                    .put(
                            "expressionString",
                            ConditionText.render(branch.condition().get()));
            write(written, Members.BRANCH, path + ".when[" + i + "]", branch.passage(), usual, within.branch());
        }
        write(conditional.putObject("defaultBranch"), Members.BRANCH, path, otherwise, usual, within.branch());
        return conditional;
    }

    private static ObjectNode step(Passage passage, Target target) {
        ObjectNode action = JSON.objectNode().put("type", target.type());
        action.put("slotToElicit", target.slot().orElse(null));
        boolean silently = target.slot().isPresent()
                && passage.next() instanceof Next.Ask ask
                && ask.manner() == Next.Manner.SILENTLY;
        action.set("suppressNextMessage", silently ? JSON.booleanNode(true) : JSON.nullNode());
        ObjectNode step = JSON.objectNode().set("dialogAction", action);
        ObjectNode set = JSON.objectNode();
        passage.set().forEach((name, value) -> set.put(name, text(value)));
        step.set("sessionAttributes", set.isEmpty() ? JSON.nullNode() : set);
        ObjectNode slots = JSON.objectNode();
        passage.fill().forEach((slot, value) -> {
            Optional<SlotName> whole = Part.wholeOf(slot);
            ObjectNode place = whole.isEmpty() ? slots : parts(slots.withObject("/" + whole.get()));
            ObjectNode filled = place.putObject(whole.isEmpty() ? slot.value() : Part.partOf(slot))
                    .put("shape", "Scalar");
            ObjectNode inner = filled.putObject("value");
            value.ifPresent(template -> inner.put("interpretedValue", text(template)));
        });
        ObjectNode intent = JSON.objectNode().put("name", target.intent().orElse(null));
        intent.set("slots", slots.isEmpty() ? JSON.nullNode() : slots);
        step.set("intent", slots.isEmpty() && target.intent().isEmpty() ? JSON.nullNode() : intent);
        return step;
    }

    private static ObjectNode parts(ObjectNode whole) {
        return whole.put("shape", "Composite").withObject("/subSlots");
    }

    private Target target(String path, Next next, Target usual, Within within) {
        if (next instanceof Next.Ask ask) {
            return Target.slot(Part.wholeOf(ask.slot()).orElse(ask.slot()).value());
        }
        if (next instanceof Next.Start start) {
            return Target.intent(start.intent().value());
        }
        if (next instanceof Next.Call call) {
            return called(path, call, usual, within);
        }
        if (next instanceof Next.End end) {
            left.add(
                    path + ".then",
                    end.ending() instanceof Ending.Transfer
                            ? "Lex hands nobody over"
                            : "a session of Lex stays open after EndConversation");
            return Target.of("EndConversation");
        }
        if (next instanceof Next.Confirm) {
            return Target.of("ConfirmIntent");
        }
        if (next instanceof Next.Fulfil) {
            return Target.of("FulfillIntent");
        }
        if (next instanceof Next.Close) {
            return Target.of("CloseIntent");
        }
        return next instanceof Next.Listen ? Target.of("ElicitIntent") : usual;
    }

    private Target called(String path, Next.Call call, Target usual, Within within) {
        if (!within.calls()) {
            left.add(path + ".then", "Lex calls once at a place");
            return usual;
        }
        ObjectNode hook = JSON.objectNode()
                .put("enableCodeHookInvocation", true)
                .put("isActive", true)
                .put("invocationLabel", call.hook().label().orElse(null));
        ObjectNode after = hook.putObject("postCodeHookSpecification");
        write(after, Members.of("success"), path + ".succeeded", call.succeeded(), usual, Within.OUTCOME);
        write(after, Members.of("failure"), path + ".failed", call.failed(), usual, Within.OUTCOME);
        write(after, Members.of("timeout"), path + ".timed-out", call.timedOut(), usual, Within.OUTCOME);
        if (codeHook.filter(other -> !other.equals(hook)).isPresent()) {
            left.add(path + ".then", "another call than elsewhere at this place, which Lex does not have");
            return usual;
        }
        codeHook = Optional.of(hook);
        return Target.of("InvokeDialogCodeHook");
    }

    /** Returns messages that are said one after the other. */
    ObjectNode response(String path, List<Message> messages) {
        ArrayNode groups = JSON.arrayNode();
        for (Message message : messages) {
            if (message.card().isPresent()) {
                ObjectNode shown = groups.addObject();
                shown.set("message", card(message.card().get()));
                shown.putNull("variations");
                continue;
            }
            ObjectNode group = groups.addObject();
            List<String> texts =
                    message.variations().stream().map(PlaceWriter::text).toList();
            if (texts.size() > MAX_VARIATIONS + 1) {
                left.add(path, "Lex has three wordings of a text at most");
            }
            group.set("message", said(message.kind(), texts.get(0)));
            ArrayNode others = JSON.arrayNode();
            texts.stream().skip(1).limit(MAX_VARIATIONS).forEach(text -> others.add(said(message.kind(), text)));
            group.set("variations", others.isEmpty() ? JSON.nullNode() : others);
        }
        ObjectNode response = JSON.objectNode().put("allowInterrupt", true);
        return response.set("messageGroupsList", groups);
    }

    private static ObjectNode card(Card card) {
        ObjectNode message = message();
        ObjectNode shown = message.putObject("imageResponseCard")
                .put("title", text(card.title()))
                .put("subtitle", card.subtitle().map(PlaceWriter::text).orElse(null))
                .put("imageUrl", card.image().map(URI::toString).orElse(null));
        ArrayNode buttons = JSON.arrayNode();
        card.buttons()
                .forEach(
                        button -> buttons.addObject().put("text", button.text()).put("value", button.value()));
        shown.set("buttons", buttons.isEmpty() ? JSON.nullNode() : buttons);
        return message;
    }

    private static ObjectNode message() {
        return JSON.objectNode()
                .putNull("plainTextMessage")
                .putNull("customPayload")
                .putNull("ssmlMessage")
                .putNull("imageResponseCard");
    }

    private static ObjectNode said(Message.Kind kind, String text) {
        String member = switch (kind) {
            case SSML -> "ssmlMessage";
            case PAYLOAD -> "customPayload";
            case PLAIN, CARD -> "plainTextMessage";
        };
        ObjectNode message = message();
        message.putObject(member).put("value", text);
        return message;
    }

    /** Returns a text in Lex's notation, which has the same places and no word for a bracket. */
    private static String text(Template template) {
        StringBuilder out = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal words) {
                out.append(words.text());
            } else if (part instanceof Template.SlotPlace place) {
                out.append('{').append(place.slot()).append('}');
            } else if (part instanceof Template.AttributePlace place) {
                out.append('[').append(place.attribute()).append(']');
            }
        }
        return out.toString();
    }

    /** Returns the hook that is told of each attempt to answer. */
    static JsonNode eachTry(Optional<Hook> hook) {
        return hook.<JsonNode>map(made -> JSON.objectNode()
                        .put("enableCodeHookInvocation", true)
                        .put("invocationLabel", made.label().orElse(null)))
                .orElse(JSON.nullNode());
    }
}
