package dev.sotto.bot.build;

import dev.sotto.bot.Ending;
import dev.sotto.bot.Message;
import dev.sotto.bot.Repair;
import dev.sotto.bot.Wording;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import java.util.List;
import java.util.Optional;

/** Reads what a bot says outside any intent, and what it does when it keeps not understanding. */
final class WordingReader {

    private static final List<String> REPAIR_KEYS = List.of("attempts", "misunderstood", "giving-up", "then");

    private final MessageReader messages;
    private final ClauseReader clauses;
    private final DefaultWording defaults;
    private final Problems problems;

    WordingReader(SourceFile file, DefaultWording defaults, Problems problems) {
        this.messages = new MessageReader(file, problems);
        this.clauses = new ClauseReader(file, problems);
        this.defaults = defaults;
        this.problems = problems;
    }

    /** Returns the section {@code repair}, if there is one of the right kind. */
    Optional<Entries> repairSection(Entries bot) {
        return bot.get("repair").flatMap(node -> Entries.of(node, "the repair", REPAIR_KEYS, problems));
    }

    /** Reads the messages; nothing if one is wrong or missing. */
    Optional<Wording> wording(Entries bot, Optional<Entries> repair) {
        Optional<Message> greeting = said(Optional.of(bot), "greeting", bot.position());
        Optional<Message> again = said(Optional.of(bot), "again", bot.position());
        Optional<Message> returning = said(Optional.of(bot), "returning", bot.position());
        Optional<Message> refused = said(Optional.of(bot), "refused", bot.position());
        Optional<Message> failed = said(Optional.of(bot), "failed", bot.position());
        Optional<Message> misunderstood = said(repair, "misunderstood", bot.position());
        Optional<Message> givingUp = said(repair, "giving-up", bot.position());
        if (greeting.isEmpty() || again.isEmpty() || returning.isEmpty() || refused.isEmpty() || failed.isEmpty()) {
            return Optional.empty();
        }
        return misunderstood.flatMap(first -> givingUp.map(last ->
                new Wording(greeting.get(), again.get(), returning.get(), first, last, refused.get(), failed.get())));
    }

    /** Reads what happens when the bot keeps not understanding. */
    Repair repair(Optional<Entries> repair) {
        int attempts = repair.flatMap(section -> section.get("attempts"))
                .flatMap(node -> Values.wholeNumber(node, 1, BotFormat.MAX_ATTEMPTS, problems))
                .orElse(BotFormat.DEFAULT_ATTEMPTS);
        Ending then = repair.flatMap(section -> section.get("then"))
                .flatMap(clauses::ending)
                .orElse(new Ending.Continue());
        return new Repair(attempts, then);
    }

    private Optional<Message> said(Optional<Entries> section, String key, Position bot) {
        if (section.isPresent() && section.get().has(key)) {
            return messages.message(section.get(), key, SlotScope.NONE);
        }
        return defaults.of(key, section.map(Entries::position).orElse(bot), problems);
    }
}
