package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.lex.LexSlot;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeysTest {

    private static final Bot BOT = Bots.bot(
            Bots.intent("count").slot(Bots.slot("value", "number", 1)).build(),
            Bots.intent("spend").slot(Bots.slot("value", "money", 1)).build(),
            Bots.intent("brew").slot(Bots.slot("value", "shots", 1)).build(),
            Bots.intent("day").slot(Bots.slot("value", "date", 1)).build(),
            Bots.intent("hour").slot(Bots.slot("value", "time", 1)).build(),
            Bots.intent("ring").slot(Bots.slot("value", "phone", 1)).build(),
            Bots.intent("share").slot(Bots.slot("value", "percentage", 1)).build(),
            Bots.intent("sure").slot(Bots.slot("value", "confirmation", 1)).build(),
            Bots.intent("name").slot(Bots.slot("value", "payee", 1)).build());

    @ParameterizedTest
    @CsvSource({
        "count, 12,      12",
        "count, 0012,    0012",
        "count, 12#34,   12",
        "count, 12*34#,  34",
        "count, 1*2*3,   3",
        "spend, 20,      GBP 20.00",
        "brew,  2,       2",
        "day,   03052027, 2027-05-03",
        "day,   030527#, 2027-05-03",
        "hour,  1830,    18:30",
        "hour,  930,     09:30",
        "ring,  02079460958, 02079460958",
        "share, 50,      50%",
        "sure,  2,       No",
    })
    void fillTheSlotThatIsAskedIfItTakesDigits(String intent, String keys, String value) {
        assertThat(after(intent, keys).intent().orElseThrow().slots().values())
                .singleElement()
                .satisfies(slot -> assertThat(slot.flatMap(LexSlot::interpretedValue)
                                .orElseThrow()
                                .reveal())
                        .isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource({
        "count, *",
        "count, #12",
        "count, 1A2",
        "brew, 3",
        "name, 12",
        "day, 3227",
        "day, 31022027",
        "hour, 2560",
        "ring, 12",
        "sure, 3"
    })
    void areNotUnderstoodWhereTheSlotTakesNoneOrOthers(String intent, String keys) {
        State state = after(intent, keys);

        assertThat(state.attempt()).isEqualTo(1);
        assertThat(state.intent().orElseThrow().slots().values()).containsOnly(Optional.empty());
    }

    @Test
    void areNotUnderstoodWhenNoSlotIsAsked() {
        Talk.plays(BOT, """
                > keys 12
                < ask anything 1: I did not get that.
                - ElicitIntent
                """);
    }

    @Test
    void keepToTheLimitOfTheSlot() {
        Talk.plays(Bots.bank(), """
                > pay 0.9 payee=anna
                < ask amount 0: amount?
                - ElicitSlot InProgress
                > keys 501
                < say: At most 500.
                < ask amount 1: Sorry, amount?
                - ElicitSlot InProgress
                > keys 500#
                < ask yes-no 0: Send £500 to anna?
                - ConfirmIntent InProgress
                """);
    }

    private static State after(String intent, String keys) {
        State start = Dialogue.open(BOT, Map.of()).state();
        State asked = Dialogue.step(BOT, start, Talk.says(BOT, start, intent + " 0.9"))
                .state();
        return Dialogue.step(BOT, asked, Talk.says(BOT, asked, "keys " + keys)).state();
    }
}
