package dev.sotto.dialogue;

import org.junit.jupiter.api.Test;

final class ConversationTest {

    @Test
    void greetsAndAsksForAnything() {
        Step opening = Dialogue.open(Bots.bank());

        org.assertj.core.api.Assertions.assertThat(opening.effects()).hasSize(2);
    }

    @Test
    void asksForEachMissingSlotByPriorityThenConfirms() {
        Talk.plays(Bots.bank(), """
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
        Talk.plays(Bots.bank(), """
                > pay 0.9 payee=anna, amount=GBP 20.50
                < ask yes-no 0: Send £20.50 to anna?
                - ConfirmIntent InProgress
                """);
    }

    @Test
    void takesNoForAnAnswer() {
        Talk.plays(Bots.bank(), """
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
        Talk.plays(Bots.bank(), """
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
    void refusesAValueOutsideTheLimitAndAsksAgain() {
        Talk.plays(Bots.bank(), """
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
    void saysTheSameFewWordsForAnyDeniedIntentAndKeepsNothingOfIt() {
        State state = Talk.plays(Bots.bank(), """
                > deny salary
                > salary 0.99 employee=anna
                * REFUSED salary
                < ask anything 0: I can't do that here.
                - ElicitIntent
                """);

        org.assertj.core.api.Assertions.assertThat(state.intent()).isEmpty();
    }
}
