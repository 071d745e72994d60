package dev.sotto.dialogue;

import org.junit.jupiter.api.Test;

/** When an utterance is an answer, and when a change of subject. */
final class SubjectTest {

    @Test
    void switchesToAnotherIntentWhenTheUtteranceHoldsNoValueForTheSlot() {
        Talk.plays(Bots.bank(), """
                > pay 0.9 payee=anna
                * STARTED pay
                < ask amount 0: amount?
                - ElicitSlot InProgress
                > hours 0.5
                * SWITCHED pay
                * STARTED hours
                * FULFILLED hours
                < say: Nine to five.
                < say: Back to it.
                * RESUMED pay
                < ask amount 0: amount?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void takesAValueForAnAnswerEvenIfAnotherIntentIsLikely() {
        Talk.plays(Bots.bank(), """
                > pay 0.9 payee=anna
                < ask amount 0: amount?
                - ElicitSlot InProgress
                > hours 0.79 amount=GBP 5.00
                < ask yes-no 0: Send £5 to anna?
                - ConfirmIntent InProgress
                """);
    }

    @Test
    void switchesWhenAnotherIntentIsClearAndTheValueIsTheLesserPartOfTheUtterance() {
        Talk.plays(Bots.bank(), """
                > pin 0.9
                < ask pin 0 secret: pin?
                - ElicitSlot InProgress
                > hours 0.81 pin=4
                < say: Nine to five.
                < say: Back to it.
                < ask pin 0 secret: pin?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void staysWhenTheValueIsTheGreaterPartOfTheUtterance() {
        Talk.plays(Bots.bank(), """
                > pin 0.9
                < ask pin 0 secret: pin?
                - ElicitSlot InProgress
                > pin=471147114711471147114711 hours 0.99
                < say: Your PIN is •••• now.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void takesAClearOtherIntentForMoreThanAnOpenValue() {
        Talk.plays(Bots.bank(), """
                > pay 0.9
                < ask payee 0: payee?
                - ElicitSlot InProgress
                > payee=what_are_your_opening_hours hours 0.85
                < say: Nine to five.
                < say: Back to it.
                < ask payee 0: payee?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void takesAListedValueOfAnOpenTypeForTheAnswer() {
        Talk.plays(Bots.bank(), """
                > pay 0.9
                < ask payee 0: payee?
                - ElicitSlot InProgress
                > payee=mister-christopher-robinson hours 0.95
                < ask amount 0: amount?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void takesTheWordsOfASampleUtteranceAsThatIntentWhateverElseTheyCouldBe() {
        Talk.plays(Bots.bank(), """
                > pin 0.9
                < ask pin 0 secret: pin?
                - ElicitSlot InProgress
                > pin=471147114711471147114711 hours 1.0
                < say: Nine to five.
                < say: Back to it.
                < ask pin 0 secret: pin?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void switchesAtAQuestionThatIsNeitherConfirmedNorDenied() {
        Talk.plays(Bots.bank(), """
                > pay 0.9 payee=anna, amount=GBP 5.00
                < ask yes-no 0: Send £5 to anna?
                - ConfirmIntent InProgress
                > hours 0.5
                < say: Nine to five.
                < say: Back to it.
                < ask yes-no 0: Send £5 to anna?
                - ConfirmIntent InProgress
                """);
    }

    @Test
    void takesAYesForAYesAndANoWithAClearWishForTheWish() {
        Talk.plays(Bots.bank(), """
                > pay 0.9 payee=anna, amount=GBP 5.00
                < ask yes-no 0: Send £5 to anna?
                - ConfirmIntent InProgress
                > no hours 0.9
                < say: Nine to five.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > pay 0.9 payee=anna, amount=GBP 5.00
                < ask yes-no 0: Send £5 to anna?
                - ConfirmIntent InProgress
                > no hours 0.5
                < say: Then not.
                < ask anything 0: Anything else?
                - Close Failed
                """);
    }

    @Test
    void fulfilsNothingOnAYesThatComesWithAClearOtherWish() {
        Talk.plays(Bots.bank(), """
                > pay 0.9 payee=anna, amount=GBP 5.00
                < ask yes-no 0: Send £5 to anna?
                - ConfirmIntent InProgress
                > yes hours 0.9
                < ask yes-no 1: Yes or no?
                - ConfirmIntent InProgress
                > yes hours 0.7
                < say: Sent £5 to anna.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }
}
