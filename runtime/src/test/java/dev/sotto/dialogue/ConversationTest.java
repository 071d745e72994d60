package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Prompt;
import dev.sotto.sensitive.DataClass;
import dev.sotto.turn.Output;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConversationTest {

    private static final Bot BANK = Bots.bank();

    @Test
    void opensWithTheGreetingAndWaitsForAnything() {
        Step opening = Dialogue.open(BANK);

        assertThat(Talk.transcript(opening)).isEqualTo("< ask anything 0: Hello.\n- ElicitIntent");
        assertThat(opening.state().turn()).isZero();
    }

    @Test
    void asksForEachMissingSlotByPriorityThenConfirms() {
        Talk.plays(BANK, """
                > pay 0.9
                < ask payee 0: payee?
                - ElicitSlot InProgress
                > payee=anna
                < ask amount 0: amount?
                - ElicitSlot InProgress
                > amount=GBP 20.00
                < ask yes-no 0: Send £20 to anna?
                - ConfirmIntent InProgress
                > yes
                < say: Sent £20 to anna.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void fillsSeveralSlotsFromOneUtterance() {
        Talk.plays(BANK, """
                > pay 0.9 payee=anna, amount=GBP 20.50
                < ask yes-no 0: Send £20.50 to anna?
                - ConfirmIntent InProgress
                """);
    }

    @Test
    void answersAnIntentWithoutSlotsAtOnce() {
        Talk.plays(BANK, """
                > hours 0.9
                < say: Nine to five.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > hours 0.9
                < say: Nine to five.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void startsAFinishedIntentAfreshWithEmptySlots() {
        Talk.plays(BANK, """
                > pay 0.9 payee=anna, amount=GBP 20.00
                < ask yes-no 0: Send £20 to anna?
                - ConfirmIntent InProgress
                > yes
                < say: Sent £20 to anna.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > pay 0.9
                < ask payee 0: payee?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void takesNoForAnAnswer() {
        Talk.plays(BANK, """
                > pay 0.9 payee=anna, amount=GBP 20.00
                < ask yes-no 0: Send £20 to anna?
                - ConfirmIntent InProgress
                > no
                < say: Then not.
                < ask anything 0: Anything else?
                - Close Failed
                """);
    }

    @Test
    void confirmsAgainAfterAChangeOfMind() {
        Talk.plays(BANK, """
                > pay 0.9 payee=anna, amount=GBP 20.00
                < ask yes-no 0: Send £20 to anna?
                - ConfirmIntent InProgress
                > yes pay 0.5 amount=GBP 10.00
                < ask yes-no 0: Send £10 to anna?
                - ConfirmIntent InProgress
                > no pay below payee=bob
                < ask yes-no 0: Send £10 to bob?
                - ConfirmIntent InProgress
                > yes pay 0.9 payee=bob
                < say: Sent £10 to bob.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void correctsAFilledSlotWhileAnotherIsAsked() {
        Talk.plays(BANK, """
                > pay 0.9 payee=anna
                < ask amount 0: amount?
                - ElicitSlot InProgress
                > pay 0.6 payee=bob
                < ask amount 0: amount?
                - ElicitSlot InProgress
                > pay below payee=anna, amount=GBP 5.00
                < ask yes-no 0: Send £5 to anna?
                - ConfirmIntent InProgress
                """);
    }

    @Test
    void refusesAValueOutsideTheLimitAndAsksForItFirst() {
        Talk.plays(BANK, """
                > pay 0.9 amount=GBP 600.00
                < say: At most 500.
                < ask amount 0: amount?
                - ElicitSlot InProgress
                > amount=GBP 501.00
                < say: At most 500.
                < ask amount 1: Sorry, amount?
                - ElicitSlot InProgress
                > amount=GBP 500.00
                < ask payee 0: payee?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void refusesAnotherCurrencyThanTheLimits() {
        Talk.plays(BANK, """
                > pay 0.9 payee=anna, amount=USD_5.00
                < say: At most 500.
                < ask amount 0: amount?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void refusesAChangeToAValueOutsideTheLimitAtTheConfirmation() {
        Talk.plays(BANK, """
                > pay 0.9 payee=anna, amount=GBP 20.00
                < ask yes-no 0: Send £20 to anna?
                - ConfirmIntent InProgress
                > no pay 0.9 amount=GBP 600.00
                < say: At most 500.
                < ask amount 0: amount?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void failsAnIntentAfterTooManyValuesOutsideTheLimit() {
        Talk.plays(BANK, """
                > pay 0.9 payee=anna, amount=GBP 600.00
                < say: At most 500.
                < ask amount 0: amount?
                - ElicitSlot InProgress
                > amount=GBP 600.00
                < say: At most 500.
                < ask amount 1: Sorry, amount?
                - ElicitSlot InProgress
                > amount=GBP 600.00
                < say: At most 500.
                < ask amount 2: Sorry, amount?
                - ElicitSlot InProgress
                > amount=GBP 600.00
                < say: At most 500.
                < ask anything 0: I did not get that.
                - ElicitIntent Failed
                """);
    }

    @Test
    void asksAgainForAnAmbiguousValue() {
        Talk.plays(BANK, """
                > pay 0.9 payee=?
                < ask payee 0: payee?
                - ElicitSlot InProgress
                > payee=?
                < ask payee 1: Sorry, payee?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void asksForNoOptionalSlotButTakesItsValue() {
        Bot bot = Bots.bot(Bots.intent("order")
                .slot(Bots.slot("drink", "drink", 1))
                .slot(Bots.optional("size", "size"))
                .answer("One {size} {drink}.")
                .build());

        Talk.plays(bot, """
                > order 0.9 drink=latte
                < say: One latte.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > order 0.9 drink=latte, size=large
                < say: One large latte.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void handsOverAndIsSilentFromThenOn() {
        State state = Talk.plays(BANK, """
                > agent 0.9
                < say: One moment.
                < transfer agents
                - Close Fulfilled
                > hours 1.0
                - Close
                > silence
                - Close
                > left
                < end LEFT
                """);

        assertThat(state.phase()).isEqualTo(Phase.ENDED);
    }

    @Test
    void hangsUpAndKeepsNothing() {
        State state = Talk.plays(BANK, """
                > bye 0.9
                < say: Goodbye.
                < end COMPLETED
                - Close Fulfilled
                > hours 0.9
                """);

        assertThat(state.phase()).isEqualTo(Phase.ENDED);
        assertThat(state.intent()).isEmpty();
    }

    @Test
    void forgetsEverythingWhenThePersonLeaves() {
        State state = Talk.plays(BANK, """
                > pay 0.9 payee=anna
                < ask amount 0: amount?
                - ElicitSlot InProgress
                > left
                < end LEFT
                > left
                """);

        assertThat(state.intent()).isEmpty();
        assertThat(state.ranking()).isEmpty();
        assertThat(state.attributes()).isEmpty();
    }

    @Test
    void neverSaysOrShowsASecret() {
        Talk.plays(BANK, """
                > pin 0.9 pin=4711
                < say: Your PIN is •••• now.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void restrictsAnOutputLikeTheMostRestrictedValueInIt() {
        Bot bot = Bots.bot(Bots.intent("show")
                .slot(Bots.slot("branch", "branch", 1, DataClass.INTERNAL))
                .slot(Bots.slot("name", "payee", 1, DataClass.PERSONAL))
                .answer("{name} at {branch}.")
                .confirm(Prompt.of(Bots.message("At {branch}?"), 0))
                .build());
        State asked = Talk.plays(bot, """
                > show 0.9 branch=Leeds, name=anna
                < ask yes-no 0: At Leeds?
                - ConfirmIntent InProgress
                """);

        Step done = Dialogue.step(bot, asked, Talk.says(bot, asked, "yes"));

        assertThat(Talk.outputs(done))
                .filteredOn(output -> output instanceof Output.Say)
                .extracting(Output::dataClass)
                .containsExactly(DataClass.PERSONAL);
    }

    @Test
    void tellsWhatWasUnderstoodBeforeItSaysAnything() {
        State start = Dialogue.open(BANK).state();

        Step step = Dialogue.step(BANK, start, Talk.says(BANK, start, "pin 0.75 pin=4711"));

        Output.Understood understood = (Output.Understood) Talk.outputs(step).get(0);
        assertThat(understood.intent().value()).isEqualTo("pin");
        assertThat(understood.confidence()).isEqualTo(0.75);
        assertThat(understood.slots().values())
                .singleElement()
                .satisfies(value -> assertThat(value.orElseThrow().reveal()).isEqualTo("••••"));
        assertThat(understood.dataClass()).isEqualTo(DataClass.PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payee=anna", "pay 0.1 payee=anna"})
    void keepsTheConfidenceOfTheIntentWhileItsSlotsAreAnswered(String answer) {
        State start = Dialogue.open(BANK).state();
        State asked =
                Dialogue.step(BANK, start, Talk.says(BANK, start, "pay 0.75")).state();

        Step step = Dialogue.step(BANK, asked, Talk.says(BANK, asked, answer));

        assertThat(((Output.Understood) Talk.outputs(step).get(0)).confidence()).isEqualTo(0.75);
    }

    @Test
    void endsAContextAfterItsTurnsOrSeconds() {
        State state = Talk.withContexts(BANK, 2, 90);

        State afterOneTurn =
                Dialogue.step(BANK, state, Talk.says(BANK, state, "hours 0.9")).state();
        State afterTwoTurns = Dialogue.step(BANK, afterOneTurn, Talk.says(BANK, afterOneTurn, "hours 0.9"))
                .state();
        State afterAMinute = Dialogue.step(BANK, afterOneTurn, new Event.Tick(Duration.ofSeconds(60), Verdicts.NONE))
                .state();
        State afterTwoMinutes = Dialogue.step(BANK, afterAMinute, new Event.Tick(Duration.ofSeconds(60), Verdicts.NONE))
                .state();

        assertThat(afterOneTurn.contexts()).hasSize(1);
        assertThat(afterTwoTurns.contexts()).isEmpty();
        assertThat(afterAMinute.contexts()).hasSize(1);
        assertThat(afterTwoMinutes.contexts()).isEmpty();
    }

    @Test
    void saysTheWordingsOfAMessageInTurn() {
        Bot bot = Bots.bot(
                Bots.intent("hours").answer(Bots.message("Nine.", "From nine.")).build());

        Talk.plays(bot, """
                > hours 0.9
                < say: From nine.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > hours 0.9
                < say: Nine.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void givesTheSameStepForTheSameEvent() {
        State start = Dialogue.open(BANK).state();
        Event event = Talk.says(BANK, start, "pay 0.9 payee=anna");

        assertThat(Dialogue.step(BANK, start, event)).isEqualTo(Dialogue.step(BANK, start, event));
    }

    @Test
    void staysWithTheEndingOfAnIntentOnlyIfItWasFulfilled() {
        Bot bot = Bots.bot(Bots.intent("close")
                .confirm(Prompt.of(Bots.message("Close?"), 0))
                .then(new Ending.Hangup())
                .build());

        Talk.plays(bot, """
                > close 0.9
                < ask yes-no 0: Close?
                - ConfirmIntent InProgress
                > no
                < say: Then not.
                < ask anything 0: Anything else?
                - Close Failed
                """);
    }
}
