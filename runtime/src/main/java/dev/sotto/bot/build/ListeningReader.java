package dev.sotto.bot.build;

import dev.sotto.bot.Listening;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads how an answer to a question is waited for: {@code interrupt} and {@code listen}. The limits are Lex V2's. */
final class ListeningReader {

    static final List<String> KEYS = List.of("only", "text", "speech", "keys");
    static final List<String> ATTEMPT_KEYS = List.of("interrupt", "listen");
    static final List<String> ATTEMPTS = List.of("first", "1", "2", "3", "4", "5");
    private static final List<String> INPUTS = List.of("all", "speech", "keys");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST_SPEECH = Duration.ofSeconds(55);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MAX_KEYS = 1024;
    private static final String KEYPAD = "0123456789*#ABCD";

    private final Problems problems;

    ListeningReader(Problems problems) {
        this.problems = problems;
    }

    Listening listening(Entries prompt) {
        return listening(prompt, Listening.USUAL);
    }

    /** Reads what is different at attempts: below {@code first}, {@code 1} and so on. */
    Map<Integer, Listening> attempts(Entries prompt, Listening usual) {
        Map<Integer, Listening> attempts = new HashMap<>();
        for (YamlNode.Field field : prompt.named("attempts")) {
            int attempt = ATTEMPTS.indexOf(field.key());
            if (attempt < 0) {
                String found = "\"" + field.key() + "\" as an attempt";
                problems.addName(field.position(), "value.choice", found, field.key(), ATTEMPTS);
                continue;
            }
            Entries.of(field.value(), "an attempt", ATTEMPT_KEYS, problems)
                    .ifPresent(entries -> attempts.put(attempt, listening(entries, usual)));
        }
        return attempts;
    }

    private Listening listening(Entries entries, Listening usual) {
        Listening.Interruption interruption = entries.get("interrupt")
                .flatMap(node -> Values.yesOrNo(node, problems))
                .map(yes -> yes ? Listening.Interruption.ALLOWED : Listening.Interruption.IGNORED)
                .orElse(usual.interruption());
        Optional<Entries> listen =
                entries.get("listen").flatMap(node -> Entries.of(node, "how to listen", KEYS, problems));
        Listening.Inputs inputs = listen.flatMap(section -> section.get("only"))
                .flatMap(node -> Values.oneOf(node, INPUTS, "value.choice", problems))
                .map(word -> Listening.Inputs.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(usual.inputs());
        return new Listening(
                interruption,
                inputs,
                section(listen, "text", List.of("wait"))
                        .flatMap(text -> time(text, "wait", SECOND, LONGEST_WAIT))
                        .or(usual::textWait),
                section(listen, "speech", List.of("wait", "end", "longest"))
                        .map(entry -> speech(entry, usual.speech()))
                        .orElse(usual.speech()),
                section(listen, "keys", List.of("wait", "longest", "end-key", "delete-key"))
                        .map(entry -> keys(entry, usual.keys()))
                        .orElse(usual.keys()));
    }

    private Listening.Speech speech(Entries speech, Listening.Speech usual) {
        return new Listening.Speech(
                time(speech, "wait", SHORTEST, LONGEST_WAIT).or(usual::start),
                time(speech, "end", SHORTEST, LONGEST_SPEECH).or(usual::end),
                time(speech, "longest", SHORTEST, LONGEST_SPEECH).or(usual::longest));
    }

    private Listening.Keys keys(Entries keys, Listening.Keys usual) {
        return new Listening.Keys(
                time(keys, "wait", SHORTEST, LONGEST_WAIT).or(usual::next),
                keys.get("longest")
                        .flatMap(node -> Values.wholeNumber(node, 1, MAX_KEYS, problems))
                        .or(usual::longest),
                key(keys, "end-key", usual.endKey()),
                key(keys, "delete-key", usual.deleteKey()));
    }

    private char key(Entries keys, String name, char usual) {
        Optional<YamlNode.Scalar> key =
                keys.get(name).flatMap(node -> Values.text(node, "a key of a telephone", problems));
        if (key.isPresent()
                && (key.get().text().length() != 1 || !KEYPAD.contains(key.get().text()))) {
            problems.add(key.get().position(), "value.choice", key.get().kind(), "one of 0 to 9, *, # and A to D");
            return usual;
        }
        return key.map(one -> one.text().charAt(0)).orElse(usual);
    }

    private Optional<Duration> time(Entries section, String key, Duration least, Duration most) {
        return section.get(key).flatMap(node -> Values.duration(node, least, most, problems));
    }

    private Optional<Entries> section(Optional<Entries> listen, String key, List<String> keys) {
        return listen.flatMap(section -> section.get(key))
                .flatMap(node -> Entries.of(node, "how to listen for " + key, keys, problems));
    }
}
