package dev.sotto.bot.build;

import dev.sotto.bot.Message;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Updates;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what is said while somebody waits: the bot for the person, or the person for a fulfilment. */
final class PauseReader {

    static final List<String> KEYS = List.of("say", "still", "every", "for", "resumed");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration USUAL_STEP = Duration.ofSeconds(20);
    private static final Duration USUAL_LENGTH = Duration.ofMinutes(5);

    private final MessageReader messages;
    private final Problems problems;

    PauseReader(MessageReader messages, Problems problems) {
        this.messages = messages;
        this.problems = problems;
    }

    /**
     * Reads {@code say}, {@code still} with {@code every} and {@code for}, and {@code resumed}.
     *
     * @param usual what is said where the author does not say it
     */
    Optional<Pause> pause(YamlNode node, Optional<Pause> usual, SlotScope scope) {
        Optional<Entries> entries = Entries.of(node, "a pause", KEYS, problems);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Optional<Message> say = said(entries.get(), "say", usual.map(Pause::waiting), scope);
        Optional<Message> resumed = said(entries.get(), "resumed", usual.map(Pause::resumed), scope);
        Optional<Pause.Reminder> still = messages.message(entries.get(), "still", scope)
                .map(text -> new Pause.Reminder(
                        text,
                        time(entries.get(), "every", LONGEST_STEP).orElse(USUAL_STEP),
                        time(entries.get(), "for", LONGEST).orElse(USUAL_LENGTH)));
        return say.flatMap(first ->
                resumed.map(last -> new Pause(first, still.or(() -> usual.flatMap(Pause::still)), last)));
    }

    private Optional<Message> said(Entries entries, String key, Optional<Message> usual, SlotScope scope) {
        return entries.has(key) || usual.isEmpty()
                ? entries.required(key).flatMap(node -> messages.message(node, scope))
                : usual;
    }

    /** Reads {@code started} and {@code progress} of a fulfilment. */
    Updates updates(Entries fulfilment, SlotScope scope) {
        return new Updates(
                update(fulfilment, "started", "after", scope), update(fulfilment, "progress", "every", scope));
    }

    private Optional<Updates.Update> update(Entries fulfilment, String key, String time, SlotScope scope) {
        Optional<Entries> update = fulfilment
                .get(key)
                .flatMap(node -> Entries.of(node, "a word in between", List.of("say", time), problems));
        Optional<Message> text =
                update.flatMap(entries -> entries.required("say")).flatMap(node -> messages.message(node, scope));
        return text.map(said -> new Updates.Update(
                said, update.flatMap(entries -> time(entries, time, LONGEST)).orElse(USUAL_STEP)));
    }

    private Optional<Duration> time(Entries entries, String key, Duration longest) {
        return entries.get(key).flatMap(node -> Values.duration(node, SHORTEST, longest, problems));
    }
}
