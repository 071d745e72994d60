package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.dialogue.FromLex.Misfit;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexActiveContext;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSessionState;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.SlotValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FromLexTest {

    private static final Bot BANK = Bots.bank();
    private static final IntentName PAY = new IntentName("pay");
    private static final SlotName AMOUNT = new SlotName("amount");

    @Test
    void goesOnFromWhereLexsStateIs() {
        State state = taken(lex(elicit(AMOUNT), Optional.of(intent("pay", Map.of()))));

        assertThat(state.expectation()).isEqualTo(new Expectation.Slot(PAY, AMOUNT));
        assertThat(Talk.transcript(Dialogue.step(BANK, state, Talk.says(BANK, state, "amount=GBP 5.00"))))
                .isEqualTo("< ask payee 0: payee?\n- ElicitSlot InProgress");
    }

    @Test
    void givesEverySlotItsPlaceInTheBotsOrder() {
        LexSlot five = slot("GBP 5.00");

        State state = taken(lex(delegate(), Optional.of(intent("pay", Map.of(AMOUNT, Optional.of(five))))));

        assertThat(state.intent().orElseThrow().slots())
                .containsExactly(
                        Map.entry(new SlotName("payee"), Optional.empty()), Map.entry(AMOUNT, Optional.of(five)));
    }

    @Test
    void delegatesIfThereIsAnIntentAndAsksForOneIfThereIsNot() {
        assertThat(taken(lex(Optional.empty(), Optional.of(intent("pay", Map.of()))))
                        .action()
                        .type())
                .isEqualTo(DialogActionType.DELEGATE);
        assertThat(taken(lex(Optional.empty(), Optional.empty())).action().type())
                .isEqualTo(DialogActionType.ELICIT_INTENT);
    }

    @Test
    void takesSessionAttributesForPersonal() {
        LexSessionState lex = new LexSessionState(
                Optional.empty(), Optional.empty(), List.of(), Map.of("name", new SlotValue("x")), Optional.of("r-1"));

        assertThat(taken(lex).attributes())
                .containsExactly(Map.entry("name", new Attribute(new SlotValue("x"), DataClass.PERSONAL)));
        assertThat(taken(lex).toLex().originatingRequestId()).hasValue("r-1");
    }

    @Test
    void refusesWhatTheBotDoesNotHave() {
        assertThat(misfits(lex(delegate(), Optional.of(intent("unknown", Map.of())))))
                .containsExactly(Misfit.INTENT_UNKNOWN);
        assertThat(misfits(lex(elicit(new SlotName("nowhere")), Optional.of(intent("pay", Map.of())))))
                .containsExactly(Misfit.SLOT_UNKNOWN);
        assertThat(misfits(lex(
                        delegate(), Optional.of(intent("pay", Map.of(new SlotName("nowhere"), Optional.empty()))))))
                .containsExactly(Misfit.SLOT_UNKNOWN);
    }

    @Test
    void refusesAnActionWithoutTheIntentItIsAbout() {
        assertThat(misfits(lex(elicit(AMOUNT), Optional.empty()))).containsExactly(Misfit.INTENT_MISSING);
        assertThat(misfits(lex(Optional.of(LexDialogAction.of(DialogActionType.CONFIRM_INTENT)), Optional.empty())))
                .containsExactly(Misfit.INTENT_MISSING);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        LexActiveContext tooLong = new LexActiveContext("a__b", 1, 21, Map.of());
        LexSessionState lex = new LexSessionState(
                delegate(),
                Optional.of(intent("pay", Map.of(AMOUNT, Optional.of(slot(""))))),
                Collections.nCopies(21, tooLong),
                Map.of("", new SlotValue("x")),
                Optional.empty());

        assertThat(misfits(lex))
                .containsExactlyInAnyOrder(
                        Misfit.SLOT_MALFORMED,
                        Misfit.CONTEXTS_TOO_MANY,
                        Misfit.CONTEXT_MALFORMED,
                        Misfit.ATTRIBUTE_MALFORMED);
    }

    private static State taken(LexSessionState lex) {
        return ((FromLex.Taken) State.fromLex(BANK, lex)).state();
    }

    private static List<Misfit> misfits(LexSessionState lex) {
        return ((FromLex.Refused) State.fromLex(BANK, lex)).misfits();
    }

    private static LexSessionState lex(Optional<LexDialogAction> action, Optional<LexIntent> intent) {
        return new LexSessionState(action, intent, List.of(), Map.of(), Optional.empty());
    }

    private static LexIntent intent(String name, Map<SlotName, Optional<LexSlot>> slots) {
        return new LexIntent(new IntentName(name), slots, IntentState.IN_PROGRESS, ConfirmationState.NONE);
    }

    private static LexSlot slot(String value) {
        return new LexSlot(Optional.empty(), Optional.of(new SlotValue(value)), List.of());
    }

    private static Optional<LexDialogAction> elicit(SlotName slot) {
        return Optional.of(new LexDialogAction(DialogActionType.ELICIT_SLOT, Optional.of(slot)));
    }

    private static Optional<LexDialogAction> delegate() {
        return Optional.of(LexDialogAction.of(DialogActionType.DELEGATE));
    }
}
