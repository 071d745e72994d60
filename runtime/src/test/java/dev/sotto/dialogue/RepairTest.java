package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Repair;
import dev.sotto.bot.Wording;
import org.junit.jupiter.api.Test;

final class RepairTest {

    @Test
    void triesAgainThenGivesUpAndDoesWhatTheBotSaysForThat() {
        Talk.plays(Bots.bank(), """
                > mumble
                * MISUNDERSTOOD
                < ask anything 1: I did not get that.
                - ElicitIntent
                > hours below
                * MISUNDERSTOOD
                < ask anything 2: I did not get that.
                - ElicitIntent
                > mumble
                * MISUNDERSTOOD
                * GAVE_UP
                < say: I give up.
                * TRANSFERRED
                < transfer agents
                - Close
                """);
    }

    @Test
    void startsToCountAfreshWhenSomethingWasUnderstood() {
        State state = Talk.plays(Bots.bank(), """
                > mumble
                < ask anything 1: I did not get that.
                - ElicitIntent
                > hours 0.9
                < say: Nine to five.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > mumble
                < ask anything 1: I did not get that.
                - ElicitIntent
                """);

        assertThat(state.misunderstandings()).isEqualTo(1);
    }

    @Test
    void putsAQuestionAgainInOtherWordsAsOftenAsItsPromptAllows() {
        Talk.plays(Bots.bank(), """
                > pay 0.9
                < ask payee 0: payee?
                - ElicitSlot InProgress
                > mumble
                < ask payee 1: Sorry, payee?
                - ElicitSlot InProgress
                > silence
                < ask payee 2: Sorry, payee?
                - ElicitSlot InProgress
                > payee=anna
                < ask amount 0: amount?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void failsTheIntentWhenThePromptIsUsedUpAndGivesUpWithTheSameCount() {
        Talk.plays(Bots.bank(), """
                > salary 0.9
                < ask employee 0: employee?
                - ElicitSlot InProgress
                > mumble
                < ask employee 1: Sorry, employee?
                - ElicitSlot InProgress
                > mumble
                < ask anything 2: I did not get that.
                - ElicitIntent Failed
                > mumble
                < say: I give up.
                < transfer agents
                - Close
                """);
    }

    @Test
    void asksForYesOrNoAgainAndFailsTheIntentAfterThat() {
        Talk.plays(Bots.bank(), """
                > pay 0.9 payee=anna, amount=GBP 5.00
                < ask yes-no 0: Send £5 to anna?
                - ConfirmIntent InProgress
                > mumble
                < ask yes-no 1: Yes or no?
                - ConfirmIntent InProgress
                > silence
                < ask yes-no 2: Yes or no?
                - ConfirmIntent InProgress
                > mumble
                < say: I give up.
                < transfer agents
                - Close Failed
                """);
    }

    @Test
    void hangsUpIfThatIsWhatTheBotSays() {
        Talk.plays(repairing(new Ending.Hangup()), """
                > mumble
                < say: I give up.
                < end COMPLETED
                - Close
                """);
    }

    @Test
    void goesOnIfThatIsWhatTheBotSays() {
        Talk.plays(repairing(new Ending.Continue()), """
                > mumble
                < ask anything 0: I give up.
                - ElicitIntent
                > hours 0.9
                < say: Nine to five.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void saysTheWordingsForMisunderstandingInTheirOrderWhateverTheTurn() {
        Bot bank = Bots.bank();
        Bot bot = Bots.with(
                bank,
                new Wording(
                        bank.wording().greeting(),
                        bank.wording().again(),
                        bank.wording().returning(),
                        Bots.message("First.", "Second."),
                        bank.wording().givingUp(),
                        bank.wording().refused(),
                        bank.wording().failed(),
                        bank.wording().help(),
                        bank.wording().cancelled(),
                        bank.wording().pause(),
                        bank.wording().goodbye()),
                new Repair(3, new Ending.Hangup()));

        Talk.plays(bot, """
                > mumble
                < ask anything 1: First.
                - ElicitIntent
                > mumble
                < ask anything 2: Second.
                - ElicitIntent
                > mumble
                < ask anything 3: Second.
                - ElicitIntent
                > mumble
                < say: I give up.
                < end COMPLETED
                - Close
                """);
    }

    private static Bot repairing(Ending ending) {
        Bot bank = Bots.bank();
        return Bots.with(bank, bank.wording(), new Repair(0, ending));
    }
}
