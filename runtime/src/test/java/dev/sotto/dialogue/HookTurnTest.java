package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.lex.InputMode;
import dev.sotto.lex.LexHookEvent;
import dev.sotto.lex.LexIntent;
import dev.sotto.nlu.IntentName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.HookId;
import dev.sotto.turn.Output;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Turns that a hook takes part in. */
final class HookTurnTest {

    private static final Bot SHOP = Bots.shop();
    private static final String FULFILLING = """
            > order 0.9 drink=latte, size=large
            @ DialogCodeHook order 1.1
            > hook Delegate
            @ FulfillmentCodeHook order 1.2
            """;

    @Test
    void asksTheDialogueHookAtEachTurnAndTheFulfilmentHookAtTheEnd() {
        Talk.plays(SHOP, """
                > order 0.9 drink=latte
                @ DialogCodeHook order 1.1 ElicitSlot size 0
                > hook Delegate
                < ask size 0: size?
                - ElicitSlot InProgress
                > size=large
                @ DialogCodeHook order 2.1
                > hook Delegate order
                @ FulfillmentCodeHook order 2.2
                > hook Close order Fulfilled: Done. / Enjoy.
                < say: Done.
                < say: Enjoy.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void proposesARetryAfterAnAnswerThatWasNotUnderstoodAndKeepsItsNumber() {
        Talk.plays(SHOP, """
                > order 0.9
                @ DialogCodeHook order 1.1 ElicitSlot drink 0
                > hook Delegate
                < ask drink 0: drink?
                - ElicitSlot InProgress
                > mumble
                @ DialogCodeHook order 2.1 ElicitSlot drink 1
                > hook Delegate
                < ask drink 1: Sorry, drink?
                - ElicitSlot InProgress
                > mumble
                < ask anything 2: I did not get that.
                - ElicitIntent Failed
                """);
    }

    @Test
    void takesValuesFromTheHookAndGoesOnFromThere() {
        Talk.plays(SHOP, """
                > order 0.9
                @ DialogCodeHook order 1.1 ElicitSlot drink 0
                > hook Delegate order drink=mocha
                < ask size 0: size?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void goesToFulfilmentWhenTheHookSaysThatAllIsReady() {
        Talk.plays(SHOP, """
                > order 0.9
                @ DialogCodeHook order 1.1 ElicitSlot drink 0
                > hook Delegate order ReadyForFulfillment drink=mocha
                @ FulfillmentCodeHook order 1.2
                > hook Close order Fulfilled
                < say: Your mocha is ready.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void elicitsTheSlotThatTheHookNamesInTheHooksWordsOrTheBots() {
        State state = Talk.plays(SHOP, """
                > order 0.9 drink=latte
                @ DialogCodeHook order 1.1 ElicitSlot size 0
                > hook ElicitSlot order drink: We are out of latte. / What else?
                < say: We are out of latte.
                < ask drink 0: What else?
                - ElicitSlot InProgress
                > drink=mocha
                @ DialogCodeHook order 2.1 ElicitSlot size 0
                > hook ElicitSlot order drink
                < ask drink 0: drink?
                - ElicitSlot InProgress
                """);

        assertThat(state.intent().orElseThrow().slots().values()).allMatch(Optional::isEmpty);
    }

    @Test
    void asksTheHooksQuestionAndTakesYesForAConfirmation() {
        Talk.plays(SHOP, """
                > order 0.9 drink=latte, size=large
                @ DialogCodeHook order 1.1
                > hook ConfirmIntent order: Really?
                < ask yes-no 0: Really?
                - ConfirmIntent InProgress
                > yes
                @ DialogCodeHook order 2.1
                > hook Delegate
                @ FulfillmentCodeHook order 2.2
                """);
    }

    @Test
    void tellsTheDialogueHookOfANoBeforeTheIntentEnds() {
        Talk.plays(SHOP, """
                > order 0.9 drink=latte, size=large
                @ DialogCodeHook order 1.1
                > hook ConfirmIntent order: Really?
                < ask yes-no 0: Really?
                - ConfirmIntent InProgress
                > no
                @ DialogCodeHook order 2.1
                > hook Delegate
                < ask anything 0: Anything else?
                - Close Failed
                """);
    }

    @Test
    void startsOverWhenTheHookAsksForAnIntent() {
        State state = Talk.plays(SHOP, """
                > order 0.9 drink=latte
                @ DialogCodeHook order 1.1 ElicitSlot size 0
                > hook ElicitIntent: What else?
                < ask anything 0: What else?
                - ElicitIntent
                """);

        assertThat(state.intent()).isEmpty();
    }

    @Test
    void followsTheHookToAnotherIntentThatIsAllowed() {
        Talk.plays(SHOP, """
                > order 0.9
                @ DialogCodeHook order 1.1 ElicitSlot drink 0
                > hook Delegate gift card=anna
                < ask yes-no 0: A gift?
                - ConfirmIntent InProgress
                > yes
                < say: A gift with anna.
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void followsNoHookToAnIntentThatIsDenied() {
        Talk.plays(SHOP, """
                > deny gift
                > order 0.9 drink=latte
                @ DialogCodeHook order 1.1 ElicitSlot size 0
                > hook ElicitSlot gift card: Whose card?
                < ask anything 0: I can't do that here.
                - ElicitIntent
                """);
    }

    @Test
    void saysNothingOfWhatAHookAnsweredForAnIntentThatWasDeniedMeanwhile() {
        State state = Talk.plays(SHOP, FULFILLING + """
                        > deny order
                        > hook Close order Fulfilled: Secret things.
                        < ask anything 0: I can't do that here.
                        - ElicitIntent
                        """);

        assertThat(state.intent()).isEmpty();
    }

    @Test
    void saysThatItFailedWhenAHookDoesNotAnswer() {
        Talk.plays(SHOP, FULFILLING + """
                        > hook timeout
                        < say: No coffee today.
                        < ask anything 0: Anything else?
                        - Close Failed
                        """);
        Talk.plays(SHOP, """
                > pick-up 0.9
                @ FulfillmentCodeHook pick-up 1.1
                > hook timeout
                < say: Something broke.
                < ask anything 0: Anything else?
                - Close Failed
                """);
    }

    @Test
    void failsTheIntentWhenTheAnswerDoesNotFitTheBot() {
        for (String answer : List.of(
                "ElicitIntent",
                "ElicitSlot order nowhere: Where?",
                "ElicitSlot unknown drink: Which?",
                "ConfirmIntent order",
                "ConfirmIntent unknown: Sure?",
                "Close order",
                "Close order Waiting",
                "Close unknown Fulfilled",
                "Delegate unknown",
                "Delegate order nowhere=x")) {
            Talk.plays(SHOP, FULFILLING + """
                            > hook %s
                            < say: No coffee today.
                            < ask anything 0: Anything else?
                            - Close Failed
                            """.formatted(answer));
        }
    }

    @Test
    void saysWhatTheHookSaysWhenItClosesWithAFailure() {
        Talk.plays(SHOP, FULFILLING + """
                        > hook Close order Failed: No milk.
                        < say: No milk.
                        < ask anything 0: Anything else?
                        - Close Failed
                        """);
    }

    @Test
    void closesAnIntentThatTheHookLeavesInProgress() {
        Talk.plays(SHOP, FULFILLING + """
                        > hook Close order InProgress: I will call you.
                        < say: I will call you.
                        < ask anything 0: Anything else?
                        - Close InProgress
                        > order 0.9
                        @ DialogCodeHook order 2.1 ElicitSlot drink 0
                        """);
    }

    @Test
    void takesADelegatingFulfilmentHookForDoneUnlessSomethingIsMissingNow() {
        Talk.plays(SHOP, FULFILLING + """
                        > hook Delegate order size=
                        < ask size 0: size?
                        - ElicitSlot InProgress
                        > size=small
                        @ DialogCodeHook order 2.1
                        > hook Delegate
                        @ FulfillmentCodeHook order 2.2
                        > hook Delegate
                        < say: Your small latte is ready.
                        < ask anything 0: Anything else?
                        - Close Fulfilled
                        """);
    }

    @Test
    void endsTheConversationAsTheIntentSaysWhenTheHookHasDoneIt() {
        Talk.plays(SHOP, """
                > pick-up 0.9
                @ FulfillmentCodeHook pick-up 1.1
                > hook Close pick-up Fulfilled: Come by.
                < say: Come by.
                < end COMPLETED
                - Close Fulfilled
                """);
    }

    @Test
    void ignoresALateOrRepeatedAnswerAndSaysSo() {
        State state = Talk.plays(SHOP, FULFILLING + """
                        > hook Close order Fulfilled: Done.
                        < say: Done.
                        < ask anything 0: Anything else?
                        - Close Fulfilled
                        """);

        Step step = Dialogue.step(SHOP, state, failed(new HookId(1, 2)));

        assertThat(step.effects())
                .containsExactly(new Effect.Decided(
                        Decision.HOOK_UNEXPECTED, state.intent().map(LexIntent::name), Optional.empty()));
        assertThat(step.state().intent()).isEqualTo(state.intent());
    }

    @Test
    void waitsOnWhenAnAnswerIsToAnotherCall() {
        State state = Talk.plays(SHOP, FULFILLING);

        Step step = Dialogue.step(SHOP, state, failed(new HookId(1, 1)));

        assertThat(step.state().hook()).isEqualTo(state.hook());
    }

    @Test
    void ignoresWhatIsSaidDuringAHookForTheSessionKeepsItBack() {
        Talk.plays(SHOP, FULFILLING + """
                        > yes
                        > keys 1
                        > silence
                        > hook Close order Fulfilled: Done.
                        < say: Done.
                        < ask anything 0: Anything else?
                        - Close Fulfilled
                        """);
    }

    @Test
    void abandonsTheHookWhenThePersonLeaves() {
        State state = Talk.plays(SHOP, FULFILLING + """
                        > left
                        @ abandon 1.2
                        < end LEFT
                        """);

        Step late = Dialogue.step(SHOP, state, failed(new HookId(1, 2)));

        assertThat(state.hook()).isEmpty();
        assertThat(Talk.outputs(late)).isEmpty();
    }

    @Test
    void tellsTheWordsOnlyToAHookThatAsksForThem() {
        State start = Dialogue.open(SHOP).state();
        Step asked = Dialogue.step(SHOP, start, Talk.says(SHOP, start, "order 0.9 drink=latte, size=large"));

        State waiting = asked.state();
        Step further = Dialogue.step(
                SHOP,
                waiting,
                new Event.HookAnswered(
                        new HookId(1, 1), Talk.answer(SHOP, "Delegate"), Verdicts.allowing(Talk.all(SHOP))));

        assertThat(call(asked).transcriptions()).isEmpty();
        assertThat(call(further).transcriptions())
                .singleElement()
                .satisfies(words ->
                        assertThat(words.transcription().reveal()).isEqualTo("order 0.9 drink=latte, size=large"));
        assertThat(further.state().hook().orElseThrow().transcriptions()).isEmpty();
    }

    @Test
    void tellsTheHookTheStateTheReadingsAndTheLabel() {
        State start = Dialogue.open(SHOP).state();

        LexHookEvent event = call(Dialogue.step(SHOP, start, Talk.says(SHOP, start, "order 0.9 drink=latte")));

        assertThat(event.label()).hasValue("label");
        assertThat(event.inputMode()).isEqualTo(InputMode.TEXT);
        assertThat(event.interpretations()).singleElement().satisfies(reading -> {
            assertThat(reading.intent()).isEqualTo(event.sessionState().intent().orElseThrow());
            assertThat(reading.confidence()).hasValue(0.9);
        });
        assertThat(event.proposal().orElseThrow().attempt()).isZero();
    }

    @Test
    void replacesSessionAttributesAndUsesThemInTheBotsWords() {
        Bot bot = Bots.bot(Bots.intent("greet")
                .fulfilmentHook(Bots.HOOK)
                .answer("Hello [name].")
                .build());
        State waiting = Talk.plays(bot, """
                > greet 0.9
                @ FulfillmentCodeHook greet 1.1
                """);

        Step step = Dialogue.step(
                bot,
                waiting,
                new Event.HookAnswered(
                        new HookId(1, 1),
                        Talk.answer(bot, "Close greet Fulfilled [name=Anna"),
                        Verdicts.allowing(Talk.all(bot))));

        assertThat(Talk.transcript(step)).startsWith("< say: Hello Anna.");
        assertThat(Talk.outputs(step))
                .filteredOn(output -> output instanceof Output.Say)
                .extracting(Output::dataClass)
                .containsExactly(DataClass.PERSONAL);
    }

    @Test
    void hidesASecretInAHooksOwnWords() {
        Bot bot = Bots.bot(Bots.intent("pin")
                .slot(Bots.slot("pin", "number", 1, DataClass.SECRET))
                .fulfilmentHook(Bots.HOOK)
                .build());

        Talk.plays(bot, """
                > pin 0.9 pin=4711
                @ FulfillmentCodeHook pin 1.1
                > hook Close pin Fulfilled: 4711 is your PIN, not 47110 (4711).
                < say: •••• is your PIN, not 47110 (••••).
                < ask anything 0: Anything else?
                - Close Fulfilled
                """);
    }

    @Test
    void hidesASecretThatTheAnswerItselfEmptiesOrFills() {
        Bot bot = Bots.bot(Bots.intent("pin")
                .slot(Bots.slot("pin", "number", 1, DataClass.SECRET))
                .dialogHook(Bots.HOOK)
                .build());

        Talk.plays(bot, """
                > pin 0.9 pin=4711
                @ DialogCodeHook pin 1.1
                > hook ElicitSlot pin pin: 4711 is taken. Another?
                < ask pin 0 secret: •••• is taken. Another?
                - ElicitSlot InProgress
                > mumble
                @ DialogCodeHook pin 2.1 ElicitSlot pin 1
                > hook Close pin Fulfilled pin=4712: I chose 4712.
                < say: I chose ••••.
                < ask anything 0: Anything else?
                - Close Fulfilled
                > pin 0.9 pin=4711
                @ DialogCodeHook pin 3.1
                > hook ElicitIntent: Forget 4711.
                < ask anything 0: Forget ••••.
                - ElicitIntent
                """);
    }

    @Test
    void failsRatherThanLetHooksSendEachOtherRoundInCircles() {
        Bot bot = Bots.bot(
                Bots.intent("ping").fulfilmentHook(Bots.HOOK).build(),
                Bots.intent("pong").fulfilmentHook(Bots.HOOK).build());

        Talk.plays(bot, """
                > ping 0.9
                @ FulfillmentCodeHook ping 1.1
                > hook Delegate pong
                @ FulfillmentCodeHook pong 1.2
                > hook Delegate ping
                @ FulfillmentCodeHook ping 1.3
                > hook Delegate pong
                @ FulfillmentCodeHook pong 1.4
                > hook Delegate ping
                @ FulfillmentCodeHook ping 1.5
                > hook Delegate pong
                < say: Something broke.
                < ask anything 0: Anything else?
                - Close Failed
                """);
    }

    private static Event failed(HookId id) {
        return new Event.HookAnswered(
                id,
                new HookAnswer.Failed(HookAnswer.Failure.TIMEOUT),
                Verdicts.allowing(List.of(new IntentName("order"))));
    }

    private static LexHookEvent call(Step step) {
        return step.effects().stream()
                .filter(effect -> effect instanceof Effect.CallHook)
                .map(effect -> ((Effect.CallHook) effect).call().event())
                .findFirst()
                .orElseThrow();
    }
}
