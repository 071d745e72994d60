package dev.sotto.bot;

import dev.sotto.nlu.SlotName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens at one place of a conversation: Lex V2's response, conditional branches and next step in one. The bot
 * says something, sets values, and goes where the first branch that holds leads, or else where {@code next} does.
 *
 * @param say messages in their order; one wording of each is said
 * @param set session attributes that get a value
 * @param fill slots of the intent under way that get a value, or none
 * @param branches looked at in their order, after values were set; at most {@value #MAX_BRANCHES} with a condition
 * @param next where it leads if no branch holds
 */
public record Passage(
        List<Message> say,
        Map<String, Template> set,
        Map<SlotName, Optional<Template>> fill,
        List<Branch> branches,
        Next next) {

    /** Lex V2's most messages of one response. */
    public static final int MAX_MESSAGES = 5;

    /** Lex V2's most branches with a condition. */
    public static final int MAX_BRANCHES = 4;

    /** Nothing is said or set, and the conversation goes its usual way. */
    public static final Passage NONE = new Passage(List.of(), Map.of(), Map.of(), List.of(), Next.ONWARD);

    public Passage {
        say = List.copyOf(say);
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        fill = Collections.unmodifiableMap(new LinkedHashMap<>(fill));
        branches = List.copyOf(branches);
    }

    /** Returns a passage in which the bot only says something. */
    public static Passage saying(Message message) {
        return new Passage(List.of(message), Map.of(), Map.of(), List.of(), Next.ONWARD);
    }

    /**
     * A way that is taken if a condition holds.
     *
     * @param condition absent for the last branch, which is taken if no other is (Lex's default branch)
     */
    public record Branch(Optional<Condition> condition, Passage passage) {}
}
