package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Slot;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.InputMode;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexHookIntent;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSessionState;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.Answer;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.Understanding;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that hold for any bot and any events, in whatever order they come. */
final class DialoguePropertyTest {

    private static final int EVENTS = 60;
    private static final int PATIENCE = 40;

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsItsRulesAtEachStepOfAnyConversation(long seed) {
        RandomTalk talk = new RandomTalk(seed);
        Bot bot = talk.bot();
        State state = seed % 4 == 0
                ? fromLex(bot, talk.lexState(bot))
                : Dialogue.open(bot).state();
        for (int i = 0; i < EVENTS; i++) {
            Verdicts verdicts = talk.verdicts(bot);
            Event event = talk.event(state, verdicts);

            Step step = Dialogue.step(bot, state, event);

            assertThat(step).isEqualTo(Dialogue.step(bot, state, event));
            assertThat(step.state().revision()).isEqualTo(state.revision() + 1);
            assertThat(State.fromLex(bot, step.state().toLex()))
                    .isInstanceOfSatisfying(
                            FromLex.Taken.class,
                            taken -> assertThat(taken.state().toLex())
                                    .isEqualTo(step.state().toLex()));
            asksForNoFilledSlot(step);
            endsEachTurnOnceOrWaitsForOneHook(state, step);
            if (beginsOrContinuesATurn(event, state)) {
                hasNothingToDoWithADeniedIntent(bot, step, verdicts);
                if (!mayUseWhatIsUnderWay(state, verdicts)) {
                    assertThat(Talk.transcript(step))
                            .isEqualTo("< ask anything 0: I can't do that here.\n- ElicitIntent");
                }
            }
            if (step.state().phase() == Phase.ENDED) {
                assertThat(step.state().intent()).isEmpty();
                assertThat(step.state().hook()).isEmpty();
            }
            state = step.state();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bringsACooperatingCallerToTheEndOfAnyIntent(long seed) {
        RandomTalk talk = new RandomTalk(seed, RandomTalk.Ways.USUAL);
        Bot bot = talk.bot();
        Verdicts all = Verdicts.allowing(Talk.all(bot));
        Intent wanted = bot.intents().get((int) (seed % bot.intents().size()));
        State state = Dialogue.open(bot).state();
        int turns = 0;
        Event next = says(wanted, all);
        while (!isDone(state) && turns++ < PATIENCE) {
            state = Dialogue.step(bot, state, next).state();
            next = cooperate(bot, state, all);
        }

        assertThat(turns).isLessThan(PATIENCE);
        assertThat(state.intent().map(LexIntent::name))
                .satisfiesAnyOf(
                        name -> assertThat(name).hasValue(wanted.name()),
                        name -> assertThat(name).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rendersAnyStateOfLexsAsItWasGiven(long seed) {
        RandomTalk talk = new RandomTalk(seed);
        Bot bot = talk.bot();
        LexSessionState lex = talk.lexState(bot);

        assertThat(fromLex(bot, lex).toLex()).isEqualTo(lex);
    }

    private static State fromLex(Bot bot, LexSessionState lex) {
        return ((FromLex.Taken) State.fromLex(bot, lex)).state();
    }

    private static boolean mayUseWhatIsUnderWay(State before, Verdicts verdicts) {
        return before.underWay().map(LexIntent::name).map(verdicts::allow).orElse(true);
    }

    private static boolean isDone(State state) {
        return state.phase() != Phase.OPEN
                || (state.turn() > 0
                        && state.underWay().isEmpty()
                        && state.hook().isEmpty());
    }

    private static Event says(Intent wanted, Verdicts all) {
        Interpretation reading = new Interpretation(wanted.name(), 0.9, List.of());
        return new Event.Understood(
                InputMode.TEXT,
                Optional.empty(),
                new Understanding(List.of(reading), 1, Answer.UNCLEAR, List.of()),
                all);
    }

    private static Event cooperate(Bot bot, State state, Verdicts all) {
        if (state.hook().isPresent()) {
            LexHookResponse goOn = new LexHookResponse(
                    LexDialogAction.of(DialogActionType.DELEGATE),
                    state.intent().map(LexIntent::name).map(LexHookIntent::named),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            return new Event.HookAnswered(state.hook().get().id(), new HookAnswer.Answered(goOn), all);
        }
        List<SlotMatch> value = List.of();
        if (state.expectation() instanceof Expectation.Slot asked) {
            Slot slot =
                    bot.intent(asked.intent()).orElseThrow().slot(asked.slot()).orElseThrow();
            SlotValue good = new SlotValue(slot.type().equals(Amounts.MONEY) ? "GBP 20.00" : "1");
            value = List.of(new SlotMatch(asked.slot(), good, List.of(good), 0, 1));
        }
        Understanding understanding = new Understanding(List.of(), 0, Answer.YES, value);
        return new Event.Understood(InputMode.TEXT, Optional.empty(), understanding, all);
    }

    private static boolean beginsOrContinuesATurn(Event event, State before) {
        boolean answered = event instanceof Event.HookAnswered hook
                && before.hook().map(PendingHook::id).equals(Optional.of(hook.hook()));
        boolean said =
                event instanceof Event.Understood || event instanceof Event.Pressed || event instanceof Event.Silent;
        return answered || (said && before.hook().isEmpty() && before.phase() == Phase.OPEN);
    }

    private static void asksForNoFilledSlot(Step step) {
        for (Output output : Talk.outputs(step)) {
            if (output instanceof Output.Ask ask && ask.expects() instanceof Expectation.Slot asked) {
                Optional<LexSlot> value =
                        step.state().intent().orElseThrow().slots().getOrDefault(asked.slot(), Optional.empty());
                assertThat(value.flatMap(LexSlot::interpretedValue)).isEmpty();
            }
        }
    }

    private static void endsEachTurnOnceOrWaitsForOneHook(State before, Step step) {
        List<Output> outputs = Talk.outputs(step);
        long done = outputs.stream().filter(Output.Done.class::isInstance).count();
        long calls = step.effects().stream()
                .filter(Effect.CallHook.class::isInstance)
                .count();
        assertThat(done + calls).isLessThanOrEqualTo(1);
        assertThat(calls == 1)
                .isEqualTo(
                        step.state().hook().isPresent() && !step.state().hook().equals(before.hook()));
        if (done == 1) {
            assertThat(outputs.get(outputs.size() - 1)).isInstanceOf(Output.Done.class);
        }
    }

    private static void hasNothingToDoWithADeniedIntent(Bot bot, Step step, Verdicts verdicts) {
        for (IntentName name : Talk.all(bot)) {
            assertThat(verdicts.allow(name) || !Talk.transcript(step).contains(name.value()))
                    .isTrue();
        }
        List<IntentName> named = new ArrayList<>();
        step.state().intent().map(LexIntent::name).ifPresent(named::add);
        step.state().ranking().forEach(ranked -> named.add(ranked.intent()));
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.CallHook call) {
                named.add(call.call().intent());
                call.call()
                        .event()
                        .interpretations()
                        .forEach(reading -> named.add(reading.intent().name()));
            } else if (effect instanceof Effect.Emit emit) {
                named.addAll(about(emit.output()));
            }
        }
        assertThat(named).allMatch(verdicts::allow);
    }

    private static List<IntentName> about(Output output) {
        if (output instanceof Output.Understood understood) {
            return List.of(understood.intent());
        }
        if (output instanceof Output.Ask ask && ask.expects() instanceof Expectation.Slot asked) {
            return List.of(asked.intent());
        }
        return output instanceof Output.Ask ask && ask.expects() instanceof Expectation.Confirmation asked
                ? List.of(asked.intent())
                : List.of();
    }
}
