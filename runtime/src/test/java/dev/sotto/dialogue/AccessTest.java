package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.lex.InputMode;
import dev.sotto.nlu.Answer;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.Understanding;
import dev.sotto.turn.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AccessTest {

    @Test
    void refusesADeniedIntentInTheSameFewWordsWhateverWasSaid() {
        State state = Talk.plays(Bots.bank(), """
                > deny salary
                > deny pin
                > salary 0.99 employee=anna
                < ask anything 0: I can't do that here.
                - ElicitIntent
                > pin 0.99
                < ask anything 0: I can't do that here.
                - ElicitIntent
                """);

        assertThat(state.intent()).isEmpty();
        assertThat(state.ranking()).isEmpty();
    }

    @Test
    void leavesTheIntentUnderWayWhereItWasWhenAnotherIsRefused() {
        Talk.plays(Bots.bank(), """
                > deny salary
                > pay 0.9 payee=anna
                < ask amount 0: amount?
                - ElicitSlot InProgress
                > salary 0.99 employee=bob
                < ask amount 0: I can't do that here.
                - ElicitSlot InProgress
                > amount=GBP 5.00
                < ask yes-no 0: Send £5 to anna?
                - ConfirmIntent InProgress
                """);
    }

    @Test
    void refusesAnIntentThatIsDeniedFromNowOnAtEachKindOfInput() {
        for (String input : List.of("payee=anna", "yes", "keys 12", "silence", "pay 1.0", "mumble", "hours 0.9")) {
            State state = Talk.plays(Bots.bank(), """
                    > pay 0.9
                    < ask payee 0: payee?
                    - ElicitSlot InProgress
                    > deny pay
                    > %s
                    < ask anything 0: I can't do that here.
                    - ElicitIntent
                    """.formatted(input));

            assertThat(state.intent()).isEmpty();
        }
    }

    @Test
    void looksAtTheVerdictAgainBeforeItFulfils() {
        Talk.plays(Bots.bank(), """
                > pay 0.9 payee=anna, amount=GBP 5.00
                < ask yes-no 0: Send £5 to anna?
                - ConfirmIntent InProgress
                > deny pay
                > yes
                < ask anything 0: I can't do that here.
                - ElicitIntent
                """);
    }

    @Test
    void deniesAnIntentThatNoVerdictIsAbout() {
        State start = Dialogue.open(Bots.bank()).state();
        Understanding hours = new Understanding(
                List.of(new Interpretation(new IntentName("hours"), 1, List.of())), 1, Answer.UNCLEAR, List.of());

        Step step = Dialogue.step(
                Bots.bank(),
                start,
                new Event.Understood(InputMode.TEXT, Optional.empty(), hours, new Verdicts(Map.of())));

        assertThat(Talk.transcript(step)).isEqualTo("< ask anything 0: I can't do that here.\n- ElicitIntent");
    }

    @Test
    void keepsDeniedIntentsOutOfTheRanking() {
        State start = Dialogue.open(Bots.bank()).state();
        Understanding both = new Understanding(
                List.of(
                        new Interpretation(new IntentName("pay"), 0.9, List.of()),
                        new Interpretation(new IntentName("salary"), 0.8, List.of())),
                2,
                Answer.UNCLEAR,
                List.of());

        Step step = Dialogue.step(
                Bots.bank(),
                start,
                new Event.Understood(
                        InputMode.TEXT, Optional.empty(), both, Verdicts.allowing(List.of(new IntentName("pay")))));

        assertThat(step.state().ranking())
                .extracting(Ranked::intent)
                .extracting(IntentName::value)
                .containsExactly("pay");
    }

    @Test
    void showsNothingOfADeniedIntentToThoseWhoSeeWhatWasUnderstood() {
        State start = Dialogue.open(Bots.bank()).state();
        Understanding salary = new Understanding(
                List.of(new Interpretation(new IntentName("salary"), 1, List.of())), 1, Answer.UNCLEAR, List.of());

        Step step = Dialogue.step(
                Bots.bank(), start, new Event.Understood(InputMode.TEXT, Optional.empty(), salary, Verdicts.NONE));

        assertThat(Talk.outputs(step)).hasSize(2).noneMatch(Output.Understood.class::isInstance);
    }
}
