package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Listening;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said, set, branched on and gone to at the places of an intent. */
final class PassageTest {

    private static final String HEAD = """
            bot: shop
            locale: en-GB
            greeting: Hello.
            again: Anything else?
            returning: Back to it.
            repair: { attempts: 3, misunderstood: Pardon?, giving-up: I give up., then: hangup }
            failed: Something broke.
            card-hosts: [images.example]
            types:
              size: { values: { small: , large: } }
              drink: { open: yes, values: { mocha: } }
            intents:
            """;

    @Test
    void saysTheWordsOfTheBeginningBeforeTheFirstQuestion() {
        Talk.plays(bot("""
                  order:
                    says: [order]
                    begin: With pleasure.
                    slots: { size: { type: size, ask: "Size?" } }
                    answer: Done.
                """), """
                > order 0.9
                < say: With pleasure.
                < ask size 0: Size?
                - ElicitSlot InProgress
                > size=large
                < say: Done.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void takesTheFirstBranchThatHoldsAndElseTheLastOne() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    slots:
                      size:
                        type: size
                        ask: Size?
                        captured:
                          when:
                            - if: '{size} = "small"'
                              say: A small one.
                            - if: '{size} = "LARGE" AND NOT fn.IS_SET([member])'
                              say: A large one.
                              then: { ask: name }
                            - say: Whatever.
                      name: { type: drink, required: no, ask: "Your name?" }
                    answer: Done, {name}.
                """);
        Talk.plays(bot, """
                > order 0.9 size=large
                < say: A large one.
                < ask name 0: Your name?
                - ElicitSlot InProgress
                > name=anna
                < say: Done, anna.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > order 0.9 size=small
                < say: A small one.
                < say: Done, .
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void setsAttributesAndFillsAndEmptiesSlots() {
        Talk.plays(bot("""
                  order:
                    says: [order]
                    slots:
                      drink:
                        type: drink
                        ask: Which drink?
                        captured:
                          set: { last: "{drink}" }
                          fill: { size: large }
                      size: { type: size, ask: "Size?" }
                    answer:
                      say: "A {size} {drink}, as [last]."
                      when:
                        - if: '[again] != "no"'
                          then: close
                        - set: { again: "no" }
                          fill: { drink: }
                          then: { ask: drink }
                """), """
                > order 0.9 drink=mocha
                < say: A large mocha, as mocha.
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                > drink=tea
                < say: A large tea, as tea.
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void leadsToTheConfirmationTheFulfilmentTheEndOfTheIntentAndToAnyWish() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    slots:
                      drink:
                        type: drink
                        ask: Which drink?
                        captured:
                          when:
                            - { if: '{drink} = "a"', then: confirm }
                            - { if: '{drink} = "b"', then: fulfil }
                            - { if: '{drink} = "c"', say: "No c today.", then: close }
                            - { if: '{drink} = "d"', say: "What else?", then: listen }
                            - { then: { transfer: bar } }
                      size: { type: size, ask: "Size?" }
                    confirm: { ask: "{drink}?" }
                    answer: Done.
                    closing: Enjoy.
                """);
        Talk.plays(bot, """
                > order 0.9 drink=a
                < ask yes-no 0: a?
                - ConfirmIntent InProgress
                > order 0.9 drink=b
                < say: Done.
                < say: Enjoy.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > order 0.9 drink=c
                < say: No c today.
                < say: Enjoy.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > order 0.9 drink=d
                < ask anything 0: What else?
                - ElicitIntent
                > order 0.9 drink=e
                < transfer bar
                - Close InProgress
                """);
    }

    @Test
    void startsAnotherIntentInPlaceOfThisOneIfThePersonMayUseIt() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    begin: { then: { start: menu } }
                    answer: Done.
                  menu: { begin: Here it is., answer: "" }
                """.replace(", answer: \"\"", ""));
        Talk.plays(bot, """
                > order 0.9
                * STARTED order
                * SWITCHED order
                * STARTED menu
                < say: Here it is.
                * FULFILLED menu
                < ask anything 0: Anything else?
                - Close Fulfilled
                > deny menu
                > order 0.9
                * STARTED order
                * REFUSED menu
                < ask anything 0: I am sorry, I cannot do that here.
                - ElicitIntent
                """);
    }

    @Test
    void goesOnAfterACallAsItCameOut() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    begin:
                      then:
                        call:
                          hook: https://hook.example/a
                          label: stock
                          succeeded: { when: [ { if: '[left] = "0"', say: "Sold out.", then: close } ] }
                          failed: { say: I cannot look. , then: { ask: drink } }
                          timed-out: { say: The bar is slow., then: hangup }
                    slots: { drink: { type: drink, ask: "Which drink?" } }
                    closing: Bye.
                """);
        Talk.plays(bot, """
                > order 0.9
                @ DialogCodeHook order 1.1
                > hook Delegate
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                > left
                < end LEFT
                """);
        Talk.plays(bot, """
                > order 0.9
                @ DialogCodeHook order 1.1
                > hook Delegate [left=0
                < say: Sold out.
                < say: Bye.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > order 0.9
                @ DialogCodeHook order 2.1
                > hook Delegate order Failed
                < say: I cannot look.
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                """);
        Talk.plays(bot, """
                > order 0.9
                @ DialogCodeHook order 1.1
                > hook timeout
                < say: The bar is slow.
                < end COMPLETED
                - Close InProgress
                """);
    }

    @Test
    void tellsTheHookOfASlotOfEachAttemptAtItAndNoOther() {
        Talk.plays(bot("""
                  order:
                    says: [order]
                    slots:
                      drink: { type: drink, ask: "Which drink?", each-try: { hook: "https://hook.example/a" } }
                      size: { type: size, ask: "Size?" }
                    answer: Done.
                """), """
                > order 0.9
                < ask drink 0: Which drink?
                - ElicitSlot InProgress
                > drink=tea
                @ DialogCodeHook order 2.1 ElicitSlot size 0
                > hook Delegate
                < ask size 0: Size?
                - ElicitSlot InProgress
                > size=large
                < say: Done.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void followsTheWayOfAFailedSlotAConfirmedAndADeclinedQuestion() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    slots:
                      size:
                        type: size
                        ask: Size?
                        retries: 0
                        failed: { say: Then a small one., fill: { size: small }, then: confirm }
                    confirm:
                      ask: "{size}?"
                      retries: 0
                      confirmed: Very well.
                      declined: { say: As you like., then: { ask: size } }
                      failed: { say: Too bad., then: close }
                    answer: Done.
                """);
        Talk.plays(bot, """
                > order 0.9
                < ask size 0: Size?
                - ElicitSlot InProgress
                > mumble
                < say: Then a small one.
                < ask yes-no 0: small?
                - ConfirmIntent InProgress
                > yes
                < say: Very well.
                < say: Done.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > order 0.9 size=large
                < ask yes-no 0: large?
                - ConfirmIntent InProgress
                > mumble
                < say: Too bad.
                < ask anything 0: Anything else?
                - Close Failed
                """);
    }

    @Test
    void beginsTheFallbackIntentWhenNothingWasUnderstood() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    slots: { size: { type: size, ask: "Size?", retries: 1 } }
                    answer: Done.
                  lost: { fallback: yes, answer: "I only sell drinks." }
                """);
        Talk.plays(bot, """
                > mumble
                < say: I only sell drinks.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > order 0.9
                < ask size 0: Size?
                - ElicitSlot InProgress
                > mumble
                < ask size 1: Size?
                - ElicitSlot InProgress
                > mumble
                < say: I only sell drinks.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > mumble
                < say: I only sell drinks.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > mumble
                < say: I give up.
                < end COMPLETED
                - Close
                """);
    }

    @Test
    void takesDefaultsFromAttributesFromContextsAndFromTheFile() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    contexts: { gives: { ordered: { turns: 2, for: 1m } } }
                    begin: { set: { usual: large } }
                    slots: { drink: { type: drink, ask: "Which drink?" } }
                    answer: Done.
                  again:
                    says: [again]
                    contexts: { needs: [ordered] }
                    slots:
                      drink: { type: drink, ask: "Which?", default: "#ordered.drink" }
                      size: { type: size, ask: "Size?", default: ["[unknown]", "[usual]"] }
                      milk: { type: drink, ask: "Milk?", default: oat }
                    answer: "One more {size} {drink} with {milk}."
                """);
        Talk.plays(bot, """
                > again 0.9
                < ask anything 1: Pardon?
                - ElicitIntent
                > order 0.9 drink=mocha
                < say: Done.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > again 0.9
                < say: One more large mocha with oat.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > again 0.9
                < ask anything 1: Pardon?
                - ElicitIntent
                """);
    }

    @Test
    void showsCardsSpeaksSsmlWithEscapedValuesAndSendsPayloads() {
        Talk.plays(bot("""
                  order:
                    says: [order]
                    slots:
                      drink:
                        type: drink
                        ask:
                          all:
                            - What would you like?
                            - card:
                                title: Drinks
                                subtitle: hot or cold
                                image: https://images.example/a.png
                                buttons: { A mocha: one mocha please, Tea: tea }
                    answer:
                      all:
                        - ssml: "<speak>Your <emphasis>{drink}</emphasis>, sir &amp; madam.</speak>"
                        - payload: '{{"drink": "{drink}"}}'
                """), """
                > order 0.9
                < ask drink 0: What would you like?
                < card: Drinks | hot or cold | https://images.example/a.png | A mocha=one mocha please, Tea=tea
                - ElicitSlot InProgress
                > drink=a<b
                < say: Your a<b, sir & madam. | <speak>Your <emphasis>a&lt;b</emphasis>, sir &amp; madam.</speak>
                < payload: {"drink": "a<b"}
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void takesSeveralValuesForASlotThatTakesThem() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    slots:
                      drink:
                        type: drink
                        ask: Which drinks?
                        multiple: yes
                        captured:
                          when:
                            - { if: 'fn.COUNT({drink}) > 2', say: "That is a lot.", then: { ask: drink2 } }
                            - { if: '{drink} CONTAINS "tea"', say: "Tea it is." }
                      drink2: { type: drink, required: no, ask: "All of that?" }
                    answer: "{drink} for you."
                """);
        Talk.plays(bot, """
                > order 0.9 drink=mocha drink=tea
                < say: Tea it is.
                < say: mocha, tea for you.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > order 0.9 drink=mocha drink=tea drink=milk
                < say: That is a lot.
                < ask drink2 0: All of that?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void takesOneForYesAndTwoForNoAndTheKeysThatTheQuestionNames() {
        Bot bot = bot("""
                  pay:
                    says: [pay]
                    slots:
                      pin:
                        type: number
                        ask: PIN?
                        listen: { keys: { end-key: "*", delete-key: "#", longest: 4 } }
                    confirm: { ask: "Sure?", declined: Then not. }
                    answer: "Paid with {pin}."
                """);
        Talk.plays(bot, """
                > pay 0.9
                < ask pin 0: PIN?
                - ElicitSlot InProgress
                > keys 99#471199*7
                < ask yes-no 0: Sure?
                - ConfirmIntent InProgress
                > keys 1#
                < say: Paid with 4711.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > pay 0.9 pin=1
                < ask yes-no 0: Sure?
                - ConfirmIntent InProgress
                > keys 2
                < say: Then not.
                < ask anything 0: Anything else?
                - Close Failed
                """);
    }

    @Test
    void breaksACircleOfPassages() {
        Talk.plays(bot("""
                  order: { says: [order], begin: { then: { start: menu } }, answer: Done. }
                  menu: { says: [menu], begin: { then: { start: order } }, answer: Done. }
                """), """
                > order 0.9
                < say: Something broke.
                < ask anything 0: Anything else?
                - Close Failed
                """);
    }

    @Test
    void tellsWhichBranchItFollowedAndWhereThatLed() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    begin: { when: [ { if: 'fn.IS_SET([a])', then: hangup }, { say: Well., then: fulfil } ] }
                    answer: Done.
                """);

        Step step = Dialogue.step(
                bot,
                Dialogue.open(bot).state(),
                Talk.says(bot, Dialogue.open(bot).state(), "order 0.9"));

        assertThat(step.effects().stream()
                        .filter(Effect.Followed.class::isInstance)
                        .map(effect -> ((Effect.Followed) effect).path() + " " + ((Effect.Followed) effect).next()))
                .containsExactly("begin/when/2 FulfillIntent", "answer Delegate");
    }

    @Test
    void waitsForAnAnswerAtEachAttemptAsTheQuestionSays() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    slots:
                      code:
                        type: number
                        ask: Code?
                        retries: 2
                        interrupt: no
                        listen: { only: speech, text: { wait: 9s }, speech: { wait: 3s, longest: 7s } }
                        attempts:
                          1: { interrupt: yes, listen: { only: keys, speech: { wait: 5s } } }
                    answer: Done.
                """);
        State state = Dialogue.open(bot).state();
        List<Listening> waited = new ArrayList<>();
        for (String input : List.of("order 0.9", "keys 12", "mumble")) {
            Step step = Dialogue.step(bot, state, Talk.says(bot, state, input));
            state = step.state();
            step.effects().stream()
                    .filter(effect -> effect instanceof Effect.Emit emit && emit.output() instanceof Output.Ask)
                    .map(effect -> ((Output.Ask) ((Effect.Emit) effect).output()).listening())
                    .forEach(waited::add);
        }

        assertThat(waited).hasSize(3);
        assertThat(waited.get(0)).isEqualTo(waited.get(2));
        assertThat(waited.get(0).interruption()).isEqualTo(Listening.Interruption.IGNORED);
        assertThat(waited)
                .extracting(Listening::inputs)
                .containsExactly(Listening.Inputs.SPEECH, Listening.Inputs.KEYS, Listening.Inputs.SPEECH);
        assertThat(waited.get(1).interruption()).isEqualTo(Listening.Interruption.ALLOWED);
        assertThat(waited.get(1).textWait()).contains(Duration.ofSeconds(9));
        assertThat(waited.get(1).speech().start()).contains(Duration.ofSeconds(5));
        assertThat(waited.get(1).speech().longest()).contains(Duration.ofSeconds(7));
    }

    @Test
    void tellsOfABranchInWhichNothingHappens() {
        Bot bot = bot("""
                  order:
                    says: [order]
                    begin:
                      when:
                        - if: "((channel)) = 'phone'"
                          say: Hello, caller.
                        - if: "fn.IS_SET(((channel))) OR NOT fn.IS_SET([vip])"
                        - say: Hello, friend.
                    answer: Done.
                """);

        Step step = Dialogue.step(
                bot,
                Dialogue.open(bot).state(),
                Talk.says(bot, Dialogue.open(bot).state(), "order 0.9"));

        assertThat(step.effects().stream()
                        .filter(Effect.Followed.class::isInstance)
                        .map(effect -> ((Effect.Followed) effect).path()))
                .containsExactly("begin/when/2", "answer");
    }

    private static Bot bot(String intents) {
        return Bots.read(HEAD + intents.indent(0));
    }
}
