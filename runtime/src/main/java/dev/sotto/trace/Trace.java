package dev.sotto.trace;

import dev.sotto.bot.Bot;
import dev.sotto.dialogue.Decision;
import dev.sotto.dialogue.Effect;
import dev.sotto.dialogue.Event;
import dev.sotto.dialogue.State;
import dev.sotto.dialogue.Step;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.nlu.Answer;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.Understanding;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.session.Onlooker;
import dev.sotto.speech.turntaking.Move;
import dev.sotto.trace.TraceLine.Topic;
import dev.sotto.turn.HookAnswer;
import dev.sotto.voice.LineOnlooker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Looks at conversations and remembers what happened until somebody takes it: what was understood, what was decided,
 * which way was taken and why, what is different now, and who may speak when. In memory and nowhere else. Safe for any thread.
 */
public final class Trace implements Onlooker, LineOnlooker {

    private final ConcurrentLinkedQueue<TraceLine> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void saw(Bot bot, State before, Event event, Step step) {
        came(bot, event);
        for (Effect effect : step.effects()) {
            happened(bot, effect);
        }
        for (String change : new Snapshot(bot, before).changesTo(new Snapshot(bot, step.state()))) {
            add(Topic.CHANGED, change);
        }
        if (step.state().hook().isEmpty()) {
            add(Topic.WAITS, waits(step.state()));
        }
    }

    @Override
    public void decided(long at, Move move) {
        add(Topic.VOICE, MoveWords.of(at, move));
    }

    /** Returns what was seen since it was last asked, and forgets it. */
    public List<TraceLine> take() {
        List<TraceLine> taken = new ArrayList<>();
        for (TraceLine line = lines.poll(); line != null; line = lines.poll()) {
            taken.add(line);
        }
        return taken;
    }

    private void add(Topic topic, String text) {
        lines.add(new TraceLine(topic, text));
    }

    private void came(Bot bot, Event event) {
        if (event instanceof Event.Understood understood) {
            heard(bot, understood.understanding());
        } else if (event instanceof Event.Pressed) {
            add(Topic.CAME, "keys");
        } else if (event instanceof Event.Silent silent) {
            add(Topic.CAME, "silence: " + word(silent.kind()));
        } else if (event instanceof Event.HookAnswered answered) {
            add(Topic.HOOK, answer(answered.answer()));
        }
    }

    private void heard(Bot bot, Understanding understanding) {
        String ranking = understanding.interpretations().stream()
                .map(reading -> String.format(Locale.ROOT, "%s %.2f", reading.intent(), reading.confidence()))
                .collect(Collectors.joining(", "));
        String verdict = understanding.accepted() > 0 ? "" : ", so none is taken";
        add(
                Topic.HEARD,
                String.format(
                        Locale.ROOT,
                        "%s (threshold %.2f%s)",
                        ranking.isEmpty() ? "no intent" : ranking,
                        bot.threshold(),
                        verdict));
        if (understanding.answer() != Answer.UNCLEAR) {
            add(Topic.HEARD, "an answer: " + word(understanding.answer()));
        }
        understanding.expected().forEach(match -> add(Topic.VALUE, "for the slot that was asked: " + describe(match)));
        understanding
                .best()
                .map(Interpretation::slots)
                .orElse(List.of())
                .forEach(match -> add(Topic.VALUE, match.slot() + ": " + describe(match)));
    }

    private static String describe(SlotMatch match) {
        String meant = match.interpreted()
                .map(SlotValue::reveal)
                .orElseGet(() -> "unclear, "
                        + match.resolved().stream().map(SlotValue::reveal).collect(Collectors.joining(" or ")));
        return "\"" + match.original().reveal() + "\" = " + meant;
    }

    private static String answer(HookAnswer answer) {
        if (answer instanceof HookAnswer.Answered answered) {
            LexHookResponse response = answered.response();
            String state = response.intent()
                    .flatMap(intent -> intent.state())
                    .map(known -> ", " + known.lexName())
                    .orElse("");
            return "answered " + response.dialogAction().type().lexName() + state + ", "
                    + response.messages().size() + " messages";
        }
        return "did not answer: " + word(((HookAnswer.Failed) answer).failure());
    }

    private void happened(Bot bot, Effect effect) {
        if (effect instanceof Effect.Decided decided) {
            String about = decided.intent().map(intent -> " " + intent).orElse("");
            String why = decided.failure().map(failure -> ", " + word(failure)).orElse("");
            add(Topic.DECIDED, word(decided.decision()) + about + why + reason(decided.decision()));
        } else if (effect instanceof Effect.Followed followed) {
            add(Topic.BRANCH, Branches.of(bot, followed));
        } else if (effect instanceof Effect.CallHook call) {
            String label =
                    call.call().hook().label().map(text -> " (" + text + ")").orElse("");
            add(
                    Topic.HOOK,
                    call.call().hook().place() + label + " is called: "
                            + call.call().event().source().lexName() + " of "
                            + call.call().intent());
        } else if (effect instanceof Effect.AbandonHook) {
            add(Topic.HOOK, "is not waited for any more");
        }
    }

    /** Returns why, for what does not say it by itself. */
    private static String reason(Decision decision) {
        return switch (decision) {
            case REFUSED -> ": this person lacks what it requires";
            case OUT_OF_LIMIT -> ": the slot's limit does not accept the value";
            case GAVE_UP -> ": as many misunderstandings in a row as the bot allows";
            case CIRCLED -> ": its passages lead round in a circle";
            case HOOK_MISFIT -> ": the answer lacks what its action needs";
            default -> "";
        };
    }

    private static String waits(State state) {
        Expectation expectation = state.expectation();
        String again = state.attempt() > 0 ? ", attempt " + (state.attempt() + 1) : "";
        if (expectation instanceof Expectation.Slot slot) {
            return "for " + slot.intent() + "/" + slot.slot() + again;
        }
        if (expectation instanceof Expectation.Confirmation confirmation) {
            return "for a yes or a no to " + confirmation.intent() + again;
        }
        return switch (state.phase()) {
            case OPEN -> "for anything";
            case TRANSFERRED -> "for nothing: transferred";
            case ENDED -> "for nothing: over";
        };
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
