package dev.sotto.bot.build;

import dev.sotto.bot.Listening;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how an answer to a question is waited for: {@code interrupt} and {@code listen}. The limits are Lex V2's. */
final class ListeningReader {

    static final List<String> KEYS = List.of("text", "speech", "keys");
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
        boolean interruptible = prompt.get("interrupt")
                .flatMap(node -> Values.yesOrNo(node, problems))
                .orElse(true);
        Optional<Entries> listen =
                prompt.get("listen").flatMap(node -> Entries.of(node, "how to listen", KEYS, problems));
        return new Listening(
                interruptible ? Listening.Interruption.ALLOWED : Listening.Interruption.IGNORED,
                section(listen, "text", List.of("wait")).flatMap(text -> time(text, "wait", SECOND, LONGEST_WAIT)),
                section(listen, "speech", List.of("wait", "end", "longest"))
                        .map(this::speech)
                        .orElse(Listening.USUAL.speech()),
                section(listen, "keys", List.of("wait", "longest", "end-key", "delete-key"))
                        .map(this::keys)
                        .orElse(Listening.USUAL.keys()));
    }

    private Listening.Speech speech(Entries speech) {
        return new Listening.Speech(
                time(speech, "wait", SHORTEST, LONGEST_WAIT),
                time(speech, "end", SHORTEST, LONGEST_SPEECH),
                time(speech, "longest", SHORTEST, LONGEST_SPEECH));
    }

    private Listening.Keys keys(Entries keys) {
        return new Listening.Keys(
                time(keys, "wait", SHORTEST, LONGEST_WAIT),
                keys.get("longest").flatMap(node -> Values.wholeNumber(node, 1, MAX_KEYS, problems)),
                key(keys, "end-key", Listening.USUAL.keys().endKey()),
                key(keys, "delete-key", Listening.USUAL.keys().deleteKey()));
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
