package dev.sotto.bot.exchange;

import java.util.Map;
import java.util.Set;

/**
 * What Lex's console writes into every prompt about how it listens (the Lex V2 developer guide, "Configuring timeouts for
 * capturing user input"): it says nothing that the author has decided.
 */
final class UsualAttempts {

    private static final Map<String, Set<String>> USUAL = Map.of(
            "allowInterrupt", Set.of("true"),
            "allowAudioInput", Set.of("true"),
            "allowDTMFInput", Set.of("true"),
            "startTimeoutMs", Set.of("4000", "30000"),
            "maxLengthMs", Set.of("15000", "13000", "55000"),
            "endTimeoutMs", Set.of("640", "600", "5000"),
            "maxLength", Set.of("513", "1024"),
            "deletionCharacter", Set.of("*"),
            "endCharacter", Set.of("#"));

    private UsualAttempts() {}

    /** Returns whether all that is set is as usual. */
    static boolean are(Piece attempts) {
        return attempts.members().entrySet().stream()
                .filter(member -> member.getValue().saysSomething())
                .allMatch(member -> {
                    Piece value = member.getValue();
                    Set<String> usual = USUAL.get(member.getKey());
                    return usual == null ? !value.members().isEmpty() && are(value) : usual.contains(value.text());
                });
    }
}
