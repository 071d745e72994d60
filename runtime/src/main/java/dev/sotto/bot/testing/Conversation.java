package dev.sotto.bot.testing;

import dev.sotto.access.BotGrant;
import dev.sotto.access.IntentVerdicts;
import dev.sotto.access.Principal;
import dev.sotto.access.PrincipalId;
import dev.sotto.access.Proof;
import dev.sotto.bot.Bot;
import dev.sotto.bot.Scope;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.dialogue.Alarm;
import dev.sotto.dialogue.Dialogue;
import dev.sotto.dialogue.Effect;
import dev.sotto.dialogue.Event;
import dev.sotto.dialogue.HookCall;
import dev.sotto.dialogue.State;
import dev.sotto.dialogue.Step;
import dev.sotto.dialogue.Verdicts;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.Understanding;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One test under way: the bot and the person's side of it. Confined to the thread of the test. */
final class Conversation {

    private static final int MAX_HOOK_CALLS = 20;

    private final Bot bot;
    private final CompiledLocale compiled;
    private final BotTest test;
    private final Speaking speaking;
    private final Footprints footprints;
    private final Verdicts verdicts;
    private Moment now;
    private State state;

    Conversation(CompiledLocale compiled, BotTest test, Speaking speaking, Footprints footprints) {
        this.bot = compiled.bot();
        this.compiled = compiled;
        this.test = test;
        this.speaking = speaking;
        this.footprints = footprints;
        this.now = test.moment();
        Principal principal = test.scopes().map(Conversation::identified).orElseGet(Principal::anonymous);
        this.verdicts = IntentVerdicts.onAll(bot, principal, Instant.EPOCH);
        Step opening = Dialogue.open(bot);
        opening.effects().forEach(footprints::note);
        this.state = opening.state();
    }

    private static Principal identified(Set<Scope> scopes) {
        PrincipalId id = new PrincipalId("test");
        return new Principal(id, Proof.API_KEY, scopes, new BotGrant.Every(), Optional.empty(), Optional.empty());
    }

    /** Plays a step to the end of its turn, noting where hooks were not called as written. */
    Outcome play(TestStep step, List<TestFailure> failures) {
        Outcome outcome = new Outcome();
        Deque<ScriptedHook> answers = new ArrayDeque<>(step.hooks());
        Optional<HookCall> call = step.act() instanceof TestStep.Waits waits
                ? pass(waits.time(), outcome)
                : take(event(step.act()), outcome);
        for (int calls = 0; call.isPresent() && calls < MAX_HOOK_CALLS; calls++) {
            ScriptedHook answer = answers.poll();
            if (answer == null) {
                String got = "a call to " + call.get().hook().place();
                failures.add(new TestFailure(step.position(), test.name(), "an answer of the hook", got));
                return outcome;
            }
            HookCall made = call.get();
            answer.expected().forEach(fact -> compare(fact, made, failures));
            call = take(new Event.HookAnswered(made.id(), HookScript.answer(answer, made), verdicts), outcome);
        }
        answers.forEach(
                unused -> failures.add(new TestFailure(unused.position(), test.name(), "a call to a hook", "none")));
        return outcome;
    }

    private void compare(Expected.Fact fact, HookCall made, List<TestFailure> failures) {
        String got = HookScript.told(fact, made);
        if (!got.equals(fact.value())) {
            String expected = "a hook that is told " + TestRunner.describe(fact);
            failures.add(new TestFailure(fact.position(), test.name(), expected, Outcome.named(got)));
        }
    }

    /** Lets time pass, stopping at each moment at which the bot has something to do; an hour takes no time at all. */
    private Optional<HookCall> pass(Duration time, Outcome outcome) {
        now = new Moment(now.now().plus(time));
        Duration end = state.age().plus(time);
        Optional<HookCall> call = Optional.empty();
        while (call.isEmpty() && state.age().compareTo(end) < 0) {
            Duration next = state.alarm()
                    .map(Alarm::due)
                    .filter(due -> due.compareTo(state.age()) > 0 && due.compareTo(end) < 0)
                    .orElse(end);
            call = take(new Event.Tick(next.minus(state.age()), verdicts), outcome);
        }
        return call;
    }

    private Optional<HookCall> take(Event event, Outcome outcome) {
        Step step = Dialogue.step(bot, state, event);
        state = step.state();
        Optional<HookCall> call = Optional.empty();
        for (Effect effect : step.effects()) {
            footprints.note(effect);
            if (effect instanceof Effect.Emit emit) {
                outcome.take(emit.output());
            } else if (effect instanceof Effect.CallHook wanted) {
                call = Optional.of(wanted.call());
            }
        }
        return call;
    }

    private Event event(TestStep.Act act) {
        if (act instanceof TestStep.Says says) {
            Optional<Heard> heard = speaking.heard(compiled, state.expectation(), new Utterance(says.text()));
            Understanding understanding = heard.map(
                            words -> compiled.interpreter().understand(words, state.expectation(), now))
                    .orElse(Understanding.NOTHING);
            return new Event.Understood(speaking.mode(), heard, understanding, verdicts);
        }
        if (act instanceof TestStep.Presses presses) {
            return new Event.Pressed(new SlotValue(presses.digits()), verdicts);
        }
        return act instanceof TestStep.Leaves ? new Event.Left() : new Event.Silent(speaking.silence(), verdicts);
    }
}
