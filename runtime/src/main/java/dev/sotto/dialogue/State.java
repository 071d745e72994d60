package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Place;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexActiveContext;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSessionState;
import dev.sotto.nlu.Expectation;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a conversation remembers: plain data with names instead of references. Immutable; a step replaces it.
 *
 * @param revision grows by one with each step
 * @param turn the number of the turn under way or last done; 0 is the opening
 * @param phase whether the bot still takes part
 * @param intent the intent under way, or the one that was finished in the last turn, with all of its slots
 * @param action what the bot did last and what it waits for, in Lex's words
 * @param attempt how often the current prompt was put again; 0 the first time
 * @param misunderstandings how many inputs in a row were not understood
 * @param ranking what the last utterance may have meant: the active intent first, then others that this person may use
 * @param attributes session attributes by name
 * @param contexts what is active, with the turns and seconds it has left
 * @param hook the hook that is waited for
 * @param hooks how many hooks this turn has called
 * @param passed the places of the intent under way that need not be passed again
 * @param suspended unfinished intents that were left for another, the last first
 * @param said what was said in the last turn, to be repeated on request
 * @param age how long the conversation has lasted, in whole seconds, as far as ticks have told
 * @param alarm what is to be done when time has passed
 * @param origin Lex's originatingRequestId, kept as it came
 */
public record State(
        long revision,
        long turn,
        Phase phase,
        Optional<LexIntent> intent,
        LexDialogAction action,
        int attempt,
        int misunderstandings,
        List<Ranked> ranking,
        Map<String, Attribute> attributes,
        List<LexActiveContext> contexts,
        Optional<PendingHook> hook,
        int hooks,
        Set<Place> passed,
        List<Suspended> suspended,
        List<Output> said,
        Duration age,
        Optional<Alarm> alarm,
        Optional<String> origin) {

    public State {
        ranking = List.copyOf(ranking);
        attributes = Map.copyOf(attributes);
        contexts = List.copyOf(contexts);
        passed = Set.copyOf(passed);
        suspended = List.copyOf(suspended);
        said = List.copyOf(said);
        if (revision < 0 || turn < 0 || attempt < 0 || misunderstandings < 0 || hooks < 0) {
            throw new IllegalArgumentException("negative count in a dialogue state");
        }
    }

    /** Returns the state before anything was said. */
    static State initial(Map<String, Attribute> attributes) {
        return new State(
                0,
                0,
                Phase.OPEN,
                Optional.empty(),
                LexDialogAction.of(DialogActionType.ELICIT_INTENT),
                0,
                0,
                List.of(),
                attributes,
                List.of(),
                Optional.empty(),
                0,
                Set.of(),
                List.of(),
                List.of(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns the state of a conversation in which nothing was said yet, at this turn of this one: what remains where
     * each turn stands alone. The numbering goes on, so that no two calls to hooks share an id.
     */
    public State forgotten() {
        State initial = initial(Map.of());
        return new State(
                revision,
                turn,
                phase,
                initial.intent,
                initial.action,
                initial.attempt,
                initial.misunderstandings,
                initial.ranking,
                initial.attributes,
                initial.contexts,
                initial.hook,
                initial.hooks,
                initial.passed,
                initial.suspended,
                initial.said,
                age,
                initial.alarm,
                initial.origin);
    }

    /** Returns the intent that is still under way, if one is. */
    public Optional<LexIntent> underWay() {
        return action.type() == DialogActionType.CLOSE ? Optional.empty() : intent.filter(State::isUnfinished);
    }

    private static boolean isUnfinished(LexIntent intent) {
        return intent.state() != IntentState.FULFILLED && intent.state() != IntentState.FAILED;
    }

    /** Returns what an utterance would now be the answer to: how understanding is to read it. */
    public Expectation expectation() {
        Optional<LexIntent> active = underWay();
        if (active.isPresent() && action.slotToElicit().isPresent()) {
            return new Expectation.Slot(
                    active.get().name(), action.slotToElicit().get());
        }
        if (active.isPresent() && action.type() == DialogActionType.CONFIRM_INTENT) {
            return new Expectation.Confirmation(active.get().name());
        }
        return new Expectation.Anything();
    }

    /**
     * Builds a state from Lex's, checked against the bot and Lex's limits. What Lex has no word for starts afresh: the
     * attempts, the turn, the revision; its session attributes are taken as personal.
     */
    public static FromLex fromLex(Bot bot, LexSessionState lex) {
        return new LexReader(bot, lex).read();
    }

    /** Returns this state as Lex V2 has it: all that Lex has a word for. */
    public LexSessionState toLex() {
        Map<String, SlotValue> values = new HashMap<>();
        attributes.forEach((name, attribute) -> values.put(name, attribute.value()));
        return new LexSessionState(Optional.of(action), intent, contexts, values, origin);
    }
}
