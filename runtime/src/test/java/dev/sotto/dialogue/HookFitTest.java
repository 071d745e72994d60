package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.turn.HookAnswer;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HookFitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOOK_MISFIT         | ElicitIntent",
                "HOOK_SLOT_UNKNOWN   | ElicitSlot order nowhere: Where?",
                "HOOK_INTENT_UNKNOWN | ElicitSlot unknown drink: Which?",
                "HOOK_MISFIT         | ConfirmIntent order",
                "HOOK_INTENT_UNKNOWN | ConfirmIntent unknown: Sure?",
                "HOOK_MISFIT         | Close order",
                "HOOK_MISFIT         | Close order Waiting",
                "HOOK_INTENT_UNKNOWN | Close unknown Fulfilled",
                "HOOK_INTENT_UNKNOWN | Delegate unknown",
                "HOOK_SLOT_UNKNOWN   | Delegate order nowhere=x",
                "                    | Delegate order drink=latte",
                "                    | ElicitSlot order drink",
                "                    | Close order Fulfilled"
            })
    void saysWhyAnAnswerCannotBeFollowed(Decision why, String answer) {
        HookAnswer.Answered answered = (HookAnswer.Answered) Talk.answer(Bots.shop(), answer);

        assertThat(HookFit.misfit(Bots.shop(), answered.response())).isEqualTo(Optional.ofNullable(why));
    }
}
