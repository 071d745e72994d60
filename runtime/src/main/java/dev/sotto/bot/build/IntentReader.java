package dev.sotto.bot.build;

import dev.sotto.bot.Confirmation;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Outcomes;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Place;
import dev.sotto.bot.Requirement;
import dev.sotto.bot.Updates;
import dev.sotto.nlu.IntentName;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the intents of a bot. */
final class IntentReader {

    static final List<String> KEYS = List.of(
            "says",
            "fallback",
            "contexts",
            "begin",
            "slots",
            "confirm",
            "each-turn",
            "fulfil",
            "answer",
            "failed",
            "timed-out",
            "closing",
            "then",
            "requires");
    static final List<String> FULFIL_KEYS = List.of("hook", "timeout", "label", "transcript", "started", "progress");
    static final List<String> CONFIRM_KEYS = Stream.concat(
                    Stream.of("each-try", "confirmed", "declined", "failed"), MessageReader.PROMPT_KEYS.stream())
            .toList();

    private final MessageReader messages;
    private final ClauseReader clauses;
    private final PassageReader passages;
    private final ContextReader contexts;
    private final SlotReader slots;
    private final SampleReader samples;
    private final DefaultWording defaults;
    private final Optional<Pause> pause;
    private final Problems problems;

    /**
     * Makes a reader.
     *
     * @param types the names of all slot types
     * @param intents the names of all intents
     * @param pause what is said while the person has the bot wait, unless a question says so
     */
    IntentReader(
            Sheets file,
            MessageReader messages,
            Set<String> types,
            Set<String> intents,
            DefaultWording defaults,
            Optional<Pause> pause,
            Problems problems) {
        this.messages = messages;
        this.clauses = new ClauseReader(file, problems);
        this.passages = new PassageReader(file, messages, clauses, intents, problems);
        this.contexts = new ContextReader(problems);
        DefaultReader values = new DefaultReader(file, problems);
        this.slots = new SlotReader(messages, passages, clauses, values, pause, types, problems);
        this.samples = new SampleReader(file, problems);
        this.defaults = defaults;
        this.pause = pause;
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
        Optional<Entries> fulfilment =
                entries.get("fulfil").flatMap(node -> Entries.of(node, "a hook", FULFIL_KEYS, problems));
        Optional<Entries> context = entries.get("contexts")
                .flatMap(node -> Entries.of(node, "contexts", List.of("needs", "gives"), problems));
        Intent intent = new Intent(
                new IntentName(name),
                role(entries),
                says.stream().map(PlacedIntent.Sample::example).toList(),
                passage(entries, Place.Point.BEGIN, scope).orElse(Passage.NONE),
                slots.slots(entries.named("slots"), scope),
                entries.get("confirm").flatMap(node -> confirmation(node, scope)),
                entries.get("each-turn").flatMap(clauses::hook),
                fulfilment.flatMap(clauses::fulfilmentHook),
                fulfilment
                        .map(keys -> new PauseReader(messages, problems).updates(keys, scope))
                        .orElse(Updates.NONE),
                outcomes(entries, scope),
                context.map(contexts::needs).orElse(List.of()),
                context.map(contexts::gives).orElse(List.of()),
                entries.get("requires").flatMap(clauses::requirement).orElse(Requirement.NONE));
        noteSilence(field, entries);
        int written = entries.get("says")
                .map(node ->
                        node instanceof YamlNode.Items items ? items.items().size() : 1)
                .orElse(0);
        return new PlacedIntent(field.position(), intent, says, written);
    }

    private Outcomes outcomes(Entries entries, SlotScope scope) {
        return new Outcomes(
                passage(entries, Place.Point.ANSWER, scope).orElse(Passage.NONE),
                passage(entries, Place.Point.FAILURE, scope),
                passage(entries, Place.Point.TIMED_OUT, scope),
                passage(entries, Place.Point.CLOSING, scope).orElse(Passage.NONE),
                entries.get("then").flatMap(clauses::ending).orElse(new Ending.Continue()));
    }

    private Optional<Passage> passage(Entries entries, Place.Point point, SlotScope scope) {
        return passages.passage(entries, point.key(), Place.of(point), scope);
    }

    private Intent.Role role(Entries entries) {
        boolean fallback = entries.get("fallback")
                .flatMap(node -> Values.yesOrNo(node, problems))
                .orElse(false);
        if (fallback && (entries.has("says") || entries.has("slots") || entries.has("confirm"))) {
            problems.add(
                    entries.position(),
                    "intent.fallback",
                    "a fallback that is asked for or asks",
                    "no \"says\", \"slots\" or \"confirm\" in it");
        }
        return fallback ? Intent.Role.FALLBACK : Intent.Role.WISH;
    }

    private Optional<Confirmation> confirmation(YamlNode node, SlotScope scope) {
        Optional<Entries> entries = Entries.of(node, "a confirmation", CONFIRM_KEYS, problems);
        if (entries.isEmpty() || entries.get().required("ask").isEmpty()) {
            return Optional.empty();
        }
        Optional<Passage> declined = entries.get().has("declined")
                ? passage(entries.get(), Place.Point.DECLINED, scope)
                : defaults.declined(node.position(), problems).map(Passage::saying);
        return messages.prompt(entries.get(), pause, scope)
                .map(prompt -> new Confirmation(
                        prompt,
                        entries.get().get("each-try").flatMap(clauses::hook),
                        passage(entries.get(), Place.Point.CONFIRMED, scope).orElse(Passage.NONE),
                        declined.orElse(Passage.NONE),
                        passage(entries.get(), Place.Point.CONFIRM_FAILED, scope)
                                .orElse(Passage.NONE)));
    }

    /** Notes an intent after which the person would wait for a word that never comes. */
    private void noteSilence(YamlNode.Field field, Entries entries) {
        if (List.of("begin", "answer", "closing", "fulfil", "then").stream().noneMatch(entries::has)) {
            String found = "the intent \"" + field.key() + "\", which never says what came of it";
            problems.add(field.position(), "intent.silent", found, "the key \"answer\", \"fulfil\" or \"then\"");
        }
    }
}
