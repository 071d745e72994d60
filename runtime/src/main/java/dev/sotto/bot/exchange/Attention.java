package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a question of Lex waits for its answer, attempt by attempt, as a bot's file has it. What Lex's console writes into
 * every prompt says nothing that the author has decided, and is not taken over (the Lex V2 developer guide, "Configuring
 * timeouts for capturing user input").
 */
final class Attention {

    private static final List<String> ATTEMPTS = List.of("Initial", "Retry1", "Retry2", "Retry3", "Retry4", "Retry5");

    /** What is usual, by the key in a bot's file. */
    private static final Map<String, Set<String>> USUAL = Map.of(
            "interrupt", Set.of("yes"),
            "only", Set.of("all"),
            "text.wait", Set.of("30000"),
            "speech.wait", Set.of("4000", "5000"),
            "speech.end", Set.of("640", "600"),
            "speech.longest", Set.of("15000", "13000", "55000"),
            "keys.wait", Set.of("5000"),
            "keys.longest", Set.of("513", "1024"),
            "keys.delete-key", Set.of("*"),
            "keys.end-key", Set.of("#"));

    private static final Set<String> TIMES =
            Set.of("text.wait", "speech.wait", "speech.end", "speech.longest", "keys.wait");

    private final Account account;

    Attention(Account account) {
        this.account = account;
    }

    /** Reads what stands in a prompt about its attempts; nothing if all is as usual. */
    Yaml.Fields read(Piece prompt) {
        boolean interruptible = prompt.isTrue("allowInterrupt", true);
        Optional<Piece> attempts = prompt.get("promptAttemptsSpecification");
        List<Map<String, String>> all = new ArrayList<>();
        for (String name : ATTEMPTS) {
            attempts.flatMap(found -> found.get(name)).ifPresent(attempt -> all.add(attempt(attempt)));
        }
        if (all.isEmpty()) {
            all.add(Map.of("interrupt", interruptible ? "yes" : "no"));
        }
        return written(all);
    }

    private Map<String, String> attempt(Piece attempt) {
        Map<String, String> says = new LinkedHashMap<>();
        says.put("interrupt", attempt.isTrue("allowInterrupt", true) ? "yes" : "no");
        Optional<Piece> inputs = attempt.get("allowedInputTypes");
        boolean speech =
                inputs.map(found -> found.isTrue("allowAudioInput", true)).orElse(true);
        boolean keys = inputs.map(found -> found.isTrue("allowDTMFInput", true)).orElse(true);
        says.put("only", speech == keys ? "all" : speech ? "speech" : "keys");
        Optional<Piece> sound = attempt.get("audioAndDTMFInputSpecification");
        number(says, "speech.wait", sound, "startTimeoutMs");
        Optional<Piece> audio = sound.flatMap(found -> found.get("audioSpecification"));
        number(says, "speech.longest", audio, "maxLengthMs");
        number(says, "speech.end", audio, "endTimeoutMs");
        Optional<Piece> dtmf = sound.flatMap(found -> found.get("dtmfSpecification"));
        number(says, "keys.longest", dtmf, "maxLength");
        number(says, "keys.wait", dtmf, "endTimeoutMs");
        text(says, "keys.delete-key", dtmf, "deletionCharacter");
        text(says, "keys.end-key", dtmf, "endCharacter");
        number(says, "text.wait", attempt.get("textInputSpecification"), "startTimeoutMs");
        return says;
    }

    private void number(Map<String, String> says, String key, Optional<Piece> place, String member) {
        place.flatMap(found -> found.get(member)).ifPresent(value -> {
            OptionalInt number = place.get().number(member);
            boolean fits = number.isPresent() && number.getAsInt() > 0 && fits(key, number.getAsInt());
            if (fits) {
                says.put(key, Integer.toString(number.getAsInt()));
            } else {
                account.left(value, "a time or number that no question has");
            }
        });
    }

    /** The bounds of a bot's file. */
    private static boolean fits(String key, int number) {
        return switch (key) {
            case "keys.longest" -> number <= 1024;
            case "text.wait" -> number >= 1000 && number <= 300_000;
            case "speech.end", "speech.longest" -> number <= 55_000;
            default -> number <= 300_000;
        };
    }

    private static void text(Map<String, String> says, String key, Optional<Piece> place, String member) {
        place.flatMap(found -> found.text(member))
                .filter(text -> text.matches("[0-9*#A-D]"))
                .ifPresent(text -> says.put(key, text));
    }

    private static Yaml.Fields written(List<Map<String, String>> attempts) {
        Map<String, String> first = attempts.get(0);
        Map<String, String> decided = new LinkedHashMap<>(first);
        decided.entrySet().removeIf(one -> isUsual(one.getKey(), one.getValue()));
        Yaml.Fields fields = fields(decided);
        Yaml.Fields retries = Yaml.Fields.block();
        for (int i = 1; i < attempts.size(); i++) {
            Map<String, String> other = new LinkedHashMap<>(attempts.get(i));
            other.entrySet()
                    .removeIf(one -> one.getValue().equals(decided.get(one.getKey()))
                            || (!decided.containsKey(one.getKey()) && isUsual(one.getKey(), one.getValue())));
            if (!other.isEmpty()) {
                retries.put(Integer.toString(i), fields(other));
            }
        }
        return retries.fields().isEmpty() ? fields : fields.put("attempts", retries);
    }

    private static boolean isUsual(String key, String value) {
        return USUAL.getOrDefault(key, Set.of()).contains(value);
    }

    private static Yaml.Fields fields(Map<String, String> says) {
        Yaml.Fields fields = Yaml.Fields.block();
        Yaml.Fields listen = Yaml.Fields.flow();
        says.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (key.equals("interrupt")) {
                fields.put(key, new Yaml.Bare(value));
            } else if (dot < 0) {
                listen.put(key, value);
            } else {
                Yaml.Fields section =
                        (Yaml.Fields) listen.fields().computeIfAbsent(key.substring(0, dot), any -> Yaml.Fields.flow());
                section.put(key.substring(dot + 1), value(key, value));
            }
        });
        return listen.fields().isEmpty() ? fields : fields.put("listen", listen);
    }

    private static Yaml value(String key, String value) {
        if (!TIMES.contains(key)) {
            return key.equals("keys.longest") ? new Yaml.Bare(value) : new Yaml.Text(value);
        }
        int ms = Integer.parseInt(value);
        return new Yaml.Bare(ms % 1000 == 0 ? ms / 1000 + "s" : ms + "ms");
    }
}
