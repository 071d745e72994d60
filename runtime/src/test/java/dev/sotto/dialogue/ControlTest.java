package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import org.junit.jupiter.api.Test;

/** Wishes about the conversation itself, waiting, and what is said while something takes its time. */
final class ControlTest {

    private static final Bot BOT = Bots.read("""
            bot: shop
            locale: en-GB
            greeting: Hello.
            again: Anything else?
            returning: Back to it.
            repair: { misunderstood: Pardon?, giving-up: Sorry. }
            help: Order a drink.
            cancelled: Forgotten.
            waiting: { say: I wait., resumed: On we go. }
            goodbye: Bye.
            types:
              drink: { open: yes, values: { mocha: } }
              size: { values: { small: , stop: } }
            intents:
              order:
                says: [order]
                begin: Very well.
                slots:
                  drink:
                    type: drink
                    ask: { all: ["We have mocha.", "Which drink?"] }
                    retry: "Say it again?"
                    help: "Name any drink."
                    waiting: { say: "No hurry.", still: "Still there?", every: 20s, for: 50s, resumed: "There you are." }
                  size: { type: size, ask: "Size?", listen: { text: { wait: 30s } }, retries: 1 }
                fulfil:
                  hook: https://hook.example/a
                  timeout: 2m
                  started: { say: "One moment.", after: 5s }
                  progress: { say: "Nearly there.", every: 10s }
                answer: Done.
              hours: { says: [hours], answer: Nine to five. }
            """);

    @Test
    void helpsWithTheQuestionOrWithAnythingAndPutsTheQuestionAgain() {
        Talk.plays(BOT, """
                > !HELP
                < ask anything 0: Order a drink.
                - ElicitIntent
                > order 0.9
                < say: Very well.
                < say: We have mocha.
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                > !HELP
                < say: Name any drink.
                < say: We have mocha.
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void repeatsAllThatWasSaid() {
        Talk.plays(BOT, """
                > hours 0.9
                < say: Nine to five.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > !REPEAT
                < say: Nine to five.
                < ask anything 0: Anything else?
                - ElicitIntent
                > order 0.9
                < say: Very well.
                < say: We have mocha.
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                > mumble
                < ask drink 1: Say it again?
                - ElicitSlot InProgress
                > !REPEAT
                < ask drink 1: Say it again?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void cancelsWhatIsUnderWayAndGoesOnWithWhatWasLeftForIt() {
        Talk.plays(BOT, """
                > order 0.9 drink=mocha
                < say: Very well.
                < ask size 0: Size?
                - ElicitSlot InProgress
                > !CANCEL
                < say: Forgotten.
                < ask anything 0: Anything else?
                - Close Failed
                > !CANCEL
                < ask anything 0: Forgotten.
                - ElicitIntent
                """);
    }

    @Test
    void stopsAllThatIsUnderWayAndElseTheConversation() {
        Talk.plays(BOT, """
                > order 0.9 drink=mocha
                < say: Very well.
                < ask size 0: Size?
                - ElicitSlot InProgress
                > !CANCEL size=stop
                @ FulfillmentCodeHook order 2.1
                > hook Close order Fulfilled
                < say: Done.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > !STOP
                < say: Bye.
                < end COMPLETED
                - Close
                """);
    }

    @Test
    void startsOverWithNothingFilled() {
        Talk.plays(BOT, """
                > order 0.9 drink=mocha
                < say: Very well.
                < ask size 0: Size?
                - ElicitSlot InProgress
                > !START_OVER
                < say: Very well.
                < say: We have mocha.
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void waitsForThePersonAndTellsThatItIsStillThere() {
        Talk.plays(BOT, """
                > order 0.9
                < say: Very well.
                < say: We have mocha.
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                > !PAUSE
                < ask drink 0: No hurry.
                - ElicitSlot Waiting
                > tick 19
                > tick 1
                < ask drink 0: Still there?
                - ElicitSlot Waiting
                > tick 20
                < ask drink 0: Still there?
                - ElicitSlot Waiting
                > tick 10
                < say: We have mocha.
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                > tick 500
                > !PAUSE
                < ask drink 0: No hurry.
                - ElicitSlot Waiting
                > !RESUME
                < say: There you are.
                < say: We have mocha.
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                > !PAUSE
                < ask drink 0: No hurry.
                - ElicitSlot Waiting
                > drink=tea
                < ask size 0: Size?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void takesItForSilenceWhenNothingIsTypedInTime() {
        Talk.plays(BOT, """
                > order 0.9 drink=mocha
                < say: Very well.
                < ask size 0: Size?
                - ElicitSlot InProgress
                > tick 29
                > tick 1
                < ask size 1: Size?
                - ElicitSlot InProgress
                > tick 30
                < ask anything 2: Pardon?
                - ElicitIntent Failed
                > tick 3600
                """);
    }

    @Test
    void tellsHowALongFulfilmentComesOn() {
        Talk.plays(BOT, """
                > order 0.9 drink=mocha, size=small
                < say: Very well.
                @ FulfillmentCodeHook order 1.1
                > tick 4
                > tick 1
                < say: One moment.
                > tick 10
                < say: Nearly there.
                > tick 10
                < say: Nearly there.
                > hook Close order Fulfilled
                < say: Done.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > tick 100
                """);
    }
}
