package dev.sotto.bot.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Confirmation;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Next;
import dev.sotto.bot.Outcomes;
import dev.sotto.bot.Part;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Place;
import dev.sotto.bot.Requirement;
import dev.sotto.bot.Slot;
import dev.sotto.bot.Updates;
import dev.sotto.bot.build.BotFormat;
import dev.sotto.nlu.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes an intent and its slots as Lex V2 has them. Confined to one export. */
final class IntentWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Intent intent;
    private final Locale locale;
    private final String fallback;
    private final Leavings left;
    private final String path;
    private final List<List<Slot>> groups;

    /** @param fallback the name of the bot's fallback intent */
    IntentWriter(Intent intent, Locale locale, String fallback, Leavings left) {
        this.intent = intent;
        this.locale = locale;
        this.fallback = fallback;
        this.left = left;
        this.path = "intents." + intent.name();
        this.groups = grouped(intent);
    }

    ObjectNode intent() {
        boolean old = intent.dialogHook().isPresent();
        boolean paths = Place.all(intent).stream()
                .anyMatch(standing ->
                        !isEnd(standing.place()) && !standing.passage().equals(Passage.NONE));
        if (old && paths) {
            left.add(path + ".each-turn", "Lex calls at each turn, or along the paths of an intent");
        }
        ObjectNode file = JSON.objectNode()
                .put("name", intent.name().value())
                .put("identifier", "")
                .putNull("description")
                .put("parentIntentSignature", intent.role() == Intent.Role.FALLBACK ? BuiltInIntents.FALLBACK : null);
        file.set("sampleUtterances", samples());
        file.set("initialResponseSetting", old && !paths ? JSON.nullNode() : beginning());
        file.set("intentConfirmationSetting", confirmation());
        file.set("intentClosingSetting", closing());
        contexts(file);
        boolean calls = !hooks(intent).isEmpty();
        file.set("dialogCodeHook", calls ? JSON.objectNode().put("enabled", true) : JSON.nullNode());
        file.set("fulfillmentCodeHook", fulfilment());
        ArrayNode priorities = file.putArray("slotPriorities");
        for (int i = 0; i < groups.size(); i++) {
            priorities.addObject().put("priority", i + 1).put("slotName", name(i));
        }
        about();
        return file;
    }

    private static boolean isEnd(Place place) {
        return switch (place.point()) {
            case ANSWER, FAILURE, TIMED_OUT, CLOSING -> true;
            case BEGIN, CAPTURED, SLOT_FAILED, CONFIRMED, DECLINED, CONFIRM_FAILED -> false;
        };
    }

    Map<String, JsonNode> slots() {
        Map<String, JsonNode> files = new LinkedHashMap<>();
        SlotWriter.Guide guide = intent.dialogHook().isPresent() ? SlotWriter.Guide.PRIORITIES : SlotWriter.Guide.PATHS;
        for (int i = 0; i < groups.size(); i++) {
            String at = path + ".slots." + name(i);
            SlotWriter writer = new SlotWriter(groups.get(i), partsType(i), at, left);
            files.put(name(i), writer.write(onward(i + 1), PlaceWriter.Target.intent(fallback), guide));
        }
        return files;
    }

    /** Returns the types of those slots that have several parts, by name. */
    Map<String, JsonNode> types() {
        Map<String, JsonNode> types = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).get(0).part().isPresent()) {
                types.put(partsType(i), SlotWriter.type(partsType(i), groups.get(i)));
            }
        }
        return types;
    }

    /** Returns the slots, each as its parts, or alone if it has none. */
    private static List<List<Slot>> grouped(Intent intent) {
        Map<String, List<Slot>> groups = new LinkedHashMap<>();
        for (Slot slot : intent.slots()) {
            String name = slot.part().map(Part::whole).orElse(slot.name()).value();
            groups.computeIfAbsent(name, any -> new ArrayList<>()).add(slot);
        }
        return List.copyOf(groups.values());
    }

    private String name(int group) {
        Slot first = groups.get(group).get(0);
        return first.part().map(Part::whole).orElse(first.name()).value();
    }

    private String partsType(int group) {
        return intent.name() + "-" + name(group);
    }

    /** Returns where the intent goes by itself from a slot on. */
    private PlaceWriter.Target onward(int from) {
        for (int i = from; i < groups.size(); i++) {
            if (groups.get(i).stream().anyMatch(slot -> slot.constraint() == Slot.Constraint.REQUIRED)) {
                return PlaceWriter.Target.slot(name(i));
            }
        }
        return PlaceWriter.Target.of(intent.confirmation().isPresent() ? "ConfirmIntent" : "FulfillIntent");
    }

    private JsonNode samples() {
        Set<String> says = new LinkedHashSet<>();
        for (Example example : intent.says()) {
            StringBuilder text = new StringBuilder();
            for (Example.Part part : example.parts()) {
                if (part instanceof Example.Text words) {
                    text.append(words.text());
                } else if (part instanceof Example.Placeholder place) {
                    text.append('{').append(place.slot()).append('}');
                } else if (part instanceof Example.Value value) {
                    text.append('{').append(value.slot()).append('}');
                    left.add(path + ".says", "the words of values within sentences, of which Lex keeps the places");
                }
            }
            says.add(text.toString());
        }
        ArrayNode list = JSON.arrayNode();
        says.forEach(text -> list.addObject().put("utterance", text));
        return list.isEmpty() ? JSON.nullNode() : list;
    }

    private JsonNode beginning() {
        ObjectNode setting = JSON.objectNode();
        PlaceWriter place = new PlaceWriter(left);
        place.write(setting, PlaceWriter.Members.BEGINNING, path + ".begin", intent.begin(), onward(0));
        return setting.set("codeHook", place.codeHook());
    }

    private JsonNode confirmation() {
        if (intent.confirmation().isEmpty()) {
            return JSON.nullNode();
        }
        Confirmation asked = intent.confirmation().get();
        String at = path + ".confirm";
        ObjectNode setting = JSON.objectNode().put("isActive", true);
        setting.set("promptSpecification", SlotWriter.prompt(asked.prompt(), at, left));
        asked.prompt().pause().ifPresent(pause -> left.add(at + ".waiting", "Lex waits at slots only"));
        Passage declined = asked.declined();
        boolean usual = declined.say().size() == 1
                && declined.equals(Passage.saying(declined.say().get(0)))
                && BotWriter.isUsual("declined", declined.say().get(0), locale);
        PlaceWriter places = new PlaceWriter(left);
        places.write(
                setting,
                PlaceWriter.Members.of("confirmation"),
                at + ".confirmed",
                asked.confirmed(),
                PlaceWriter.Target.of("FulfillIntent"));
        places.write(
                setting,
                PlaceWriter.Members.of("declination"),
                at + ".declined",
                usual ? Passage.NONE : declined,
                PlaceWriter.Target.of("EndConversation"));
        places.write(
                setting,
                PlaceWriter.Members.of("failure"),
                at + ".failed",
                asked.failed(),
                PlaceWriter.Target.intent(fallback));
        setting.set("codeHook", places.codeHook());
        return setting.set("elicitationCodeHook", PlaceWriter.eachTry(asked.eachTry()));
    }

    /** What an intent that does nothing says at its end is all that its closing can say. */
    private boolean isSaidAtTheEnd() {
        Outcomes outcomes = intent.outcomes();
        boolean closes = Place.all(intent).stream()
                .anyMatch(standing -> standing.passage().next() instanceof Next.Close);
        return intent.fulfilmentHook().isEmpty() && outcomes.closing().equals(Passage.NONE) && !closes;
    }

    private JsonNode closing() {
        Outcomes outcomes = intent.outcomes();
        Passage passage = isSaidAtTheEnd() ? outcomes.answer() : outcomes.closing();
        if (passage.equals(Passage.NONE)) {
            return JSON.nullNode();
        }
        ObjectNode setting = JSON.objectNode().put("isActive", true);
        PlaceWriter place = new PlaceWriter(left);
        place.write(
                setting,
                PlaceWriter.Members.CLOSING,
                path + ".closing",
                passage,
                PlaceWriter.Target.of("EndConversation"));
        noteCall(place, path + ".closing");
        return setting;
    }

    private JsonNode fulfilment() {
        Outcomes outcomes = intent.outcomes();
        Optional<Hook> hook = intent.fulfilmentHook();
        boolean after = !isSaidAtTheEnd() && !outcomes.answer().equals(Passage.NONE);
        if (hook.isEmpty()
                && !after
                && outcomes.failure().isEmpty()
                && outcomes.timedOut().isEmpty()) {
            return JSON.nullNode();
        }
        hook.flatMap(Hook::label)
                .ifPresent(label -> left.add(path + ".fulfil.label", "the fulfilment of Lex has none"));
        ObjectNode setting = JSON.objectNode().put("enabled", hook.isPresent()).put("isActive", true);
        setting.set("fulfillmentUpdatesSpecification", updates());
        ObjectNode status = setting.putObject("postFulfillmentStatusSpecification");
        after(status, "success", path + ".answer", isSaidAtTheEnd() ? Passage.NONE : outcomes.answer());
        after(status, "failure", path + ".failed", outcomes.failure().orElse(Passage.NONE));
        after(status, "timeout", path + ".timed-out", outcomes.timedOut().orElse(Passage.NONE));
        return setting;
    }

    private JsonNode updates() {
        Updates updates = intent.updates();
        if (updates.equals(Updates.NONE)) {
            return JSON.nullNode();
        }
        ObjectNode spec = JSON.objectNode().put("active", true);
        spec.set("startResponse", update(updates.started(), "started", "delayInSeconds"));
        spec.set("updateResponse", update(updates.progress(), "progress", "frequencyInSeconds"));
        intent.fulfilmentHook()
                .ifPresent(hook -> spec.put("timeoutInSeconds", hook.timeout().toSeconds()));
        return spec;
    }

    private JsonNode update(Optional<Updates.Update> update, String key, String time) {
        return update.<JsonNode>map(said -> new PlaceWriter(left)
                        .response(path + ".fulfil." + key, List.of(said.text()))
                        .put(time, said.after().toSeconds()))
                .orElse(JSON.nullNode());
    }

    private void after(ObjectNode status, String prefix, String at, Passage passage) {
        PlaceWriter place = new PlaceWriter(left);
        String usual = prefix.equals("success") ? "CloseIntent" : "EndConversation";
        place.write(status, PlaceWriter.Members.of(prefix), at, passage, PlaceWriter.Target.of(usual));
        noteCall(place, at);
    }

    private void noteCall(PlaceWriter place, String at) {
        if (!place.codeHook().isNull()) {
            left.add(at + ".then", "Lex calls nothing at this place");
        }
    }

    private void contexts(ObjectNode file) {
        ArrayNode needs = JSON.arrayNode();
        intent.needs().forEach(name -> needs.addObject().put("name", name));
        file.set("inputContexts", needs.isEmpty() ? JSON.nullNode() : needs);
        ArrayNode gives = JSON.arrayNode();
        intent.gives()
                .forEach(given -> gives.addObject()
                        .put("name", given.name())
                        .put("timeToLiveInSeconds", given.time().toSeconds())
                        .put("turnsToLive", given.turns()));
        file.set("outputContexts", gives.isEmpty() ? JSON.nullNode() : gives);
    }

    private void about() {
        if (!intent.requires().equals(Requirement.NONE)) {
            left.add(path + ".requires", "Lex lets everybody use every intent");
        }
        if (!(intent.outcomes().then() instanceof Ending.Continue)) {
            left.add(path + ".then", "a session of Lex stays open");
        }
        for (Hook hook : hooks(intent)) {
            boolean told = intent.fulfilmentHook().equals(Optional.of(hook))
                    && !intent.updates().equals(Updates.NONE);
            if (!told && !hook.timeout().equals(BotFormat.DEFAULT_HOOK_TIMEOUT)) {
                left.add(path, "the time-outs of its calls");
            }
            if (hook.transcript() == Hook.Transcript.SENT) {
                left.add(path, "Lex always tells a hook the person's words");
            }
        }
    }

    /** Returns all calls of an intent. */
    static List<Hook> hooks(Intent intent) {
        List<Hook> hooks = new ArrayList<>();
        intent.dialogHook().ifPresent(hooks::add);
        intent.fulfilmentHook().ifPresent(hooks::add);
        intent.slots().forEach(slot -> slot.eachTry().ifPresent(hooks::add));
        intent.confirmation().flatMap(Confirmation::eachTry).ifPresent(hooks::add);
        Place.all(intent).forEach(standing -> {
            if (standing.passage().next() instanceof Next.Call call) {
                hooks.add(call.hook());
            }
        });
        return hooks;
    }
}
