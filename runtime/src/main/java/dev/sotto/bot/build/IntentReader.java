package dev.sotto.bot.build;

import dev.sotto.bot.Confirmation;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Message;
import dev.sotto.bot.Requirement;
import dev.sotto.nlu.IntentName;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the intents of a bot. */
final class IntentReader {

    private static final List<String> KEYS =
            List.of("says", "slots", "confirm", "answer", "failed", "requires", "each-turn", "fulfil", "then");
    private static final List<String> CONFIRM_KEYS = List.of("ask", "retry", "retries", "declined");

    private final MessageReader messages;
    private final ClauseReader clauses;
    private final SlotReader slots;
    private final SampleReader samples;
    private final DefaultWording defaults;
    private final Problems problems;

    IntentReader(SourceFile file, Set<String> types, DefaultWording defaults, Problems problems) {
        this.messages = new MessageReader(file, problems);
        this.clauses = new ClauseReader(file, problems);
        this.slots = new SlotReader(messages, types, problems);
        this.samples = new SampleReader(file, problems);
        this.defaults = defaults;
        this.problems = problems;
    }

    /** Reads all intents. */
    List<PlacedIntent> intents(List<YamlNode.Field> fields) {
        Names.noteTwins(fields, "intent", problems);
        Names.noteTooMany(fields, BotFormat.MAX_INTENTS, "intents", problems);
        List<PlacedIntent> intents = new ArrayList<>();
        for (YamlNode.Field field : fields) {
            boolean named = Names.check(field, IntentName.isValid(field.key()), "intent", problems);
            Entries.of(field.value(), "an intent", KEYS, problems)
                    .map(entries -> intent(field, entries, named ? field.key() : "unnamed"))
                    .ifPresent(intents::add);
        }
        return intents;
    }

    private PlacedIntent intent(YamlNode.Field field, Entries entries, String name) {
        SlotScope scope = SlotReader.scope("the intent \"" + field.key() + "\"", entries, problems);
        List<PlacedIntent.Sample> says = samples.samples(entries, scope);
        Intent intent = new Intent(
                new IntentName(name),
                says.stream().map(PlacedIntent.Sample::example).toList(),
                slots.slots(entries.named("slots"), scope),
                entries.get("confirm").flatMap(node -> confirmation(node, scope)),
                entries.get("each-turn").flatMap(clauses::hook),
                entries.get("fulfil").flatMap(clauses::hook),
                messages.message(entries, "answer", scope),
                messages.message(entries, "failed", scope),
                entries.get("then").flatMap(clauses::ending).orElse(new Ending.Continue()),
                entries.get("requires").flatMap(clauses::requirement).orElse(Requirement.NONE));
        noteSilence(field, entries);
        int written = entries.get("says")
                .map(node ->
                        node instanceof YamlNode.Items items ? items.items().size() : 1)
                .orElse(0);
        return new PlacedIntent(field.position(), intent, says, written);
    }

    private Optional<Confirmation> confirmation(YamlNode node, SlotScope scope) {
        Optional<Entries> entries = Entries.of(node, "a confirmation", CONFIRM_KEYS, problems);
        if (entries.isEmpty() || entries.get().required("ask").isEmpty()) {
            return Optional.empty();
        }
        Optional<Message> declined = entries.get().has("declined")
                ? messages.message(entries.get(), "declined", scope)
                : defaults.declined(node.position(), problems);
        return messages.prompt(entries.get(), scope)
                .flatMap(prompt -> declined.map(message -> new Confirmation(prompt, message)));
    }

    /** Notes an intent after which the person would wait for a word that never comes. */
    private void noteSilence(YamlNode.Field field, Entries entries) {
        if (!entries.has("answer") && !entries.has("fulfil") && !entries.has("then")) {
            String found = "the intent \"" + field.key() + "\", which never says what came of it";
            problems.add(field.position(), "intent.silent", found, "the key \"answer\", \"fulfil\" or \"then\"");
        }
    }
}
