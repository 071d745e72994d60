package dev.sotto.bot.build;

import dev.sotto.bot.Ending;
import dev.sotto.bot.Message;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Repair;
import dev.sotto.bot.Wording;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads what a bot says outside any intent, and what it does when it keeps not understanding. */
final class WordingReader {

    private static final List<String> MESSAGES =
            List.of("greeting", "again", "returning", "refused", "failed", "help", "cancelled", "goodbye");
    private static final List<String> REPAIR_MESSAGES = List.of("misunderstood", "giving-up");
    static final List<String> REPAIR_KEYS = List.of("attempts", "misunderstood", "giving-up", "then");

    private final MessageReader messages;
    private final ClauseReader clauses;
    private final DefaultWording defaults;
    private final Problems problems;

    WordingReader(Sheets file, MessageReader messages, DefaultWording defaults, Problems problems) {
        this.messages = messages;
        this.clauses = new ClauseReader(file, problems);
        this.defaults = defaults;
        this.problems = problems;
    }

    /** Returns the section {@code repair}, if there is one of the right kind. */
    Optional<Entries> repairSection(Entries bot) {
        return bot.get("repair").flatMap(node -> Entries.of(node, "the repair", REPAIR_KEYS, problems));
    }

    /** Reads the messages; nothing if one is wrong or missing. */
    Optional<Wording> wording(Entries bot, Optional<Entries> repair, Optional<Pause> pause) {
        Optional<Entries> root = Optional.of(bot);
        Map<String, Message> said = new HashMap<>();
        for (String key : MESSAGES) {
            said(root, key, bot.position()).ifPresent(message -> said.put(key, message));
        }
        for (String key : REPAIR_MESSAGES) {
            said(repair, key, bot.position()).ifPresent(message -> said.put(key, message));
        }
        if (pause.isEmpty() || said.size() < MESSAGES.size() + REPAIR_MESSAGES.size()) {
            return Optional.empty();
        }
        return Optional.of(new Wording(
                of(said, "greeting"),
                of(said, "again"),
                of(said, "returning"),
                of(said, "misunderstood"),
                of(said, "giving-up"),
                of(said, "refused"),
                of(said, "failed"),
                of(said, "help"),
                of(said, "cancelled"),
                pause.get(),
                of(said, "goodbye")));
    }

    private static Message of(Map<String, Message> said, String key) {
        return Objects.requireNonNull(said.get(key));
    }

    /** Reads what is said while the person has the bot wait. */
    Optional<Pause> pause(Entries bot) {
        if (bot.has("waiting")) {
            PauseReader pauses = new PauseReader(messages, problems);
            return bot.get("waiting").flatMap(node -> pauses.pause(node, defaults.pause(), SlotScope.NONE));
        }
        return defaults.of("waiting", bot.position(), problems).flatMap(any -> defaults.pause());
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
