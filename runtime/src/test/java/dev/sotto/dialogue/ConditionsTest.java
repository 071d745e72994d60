package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which conditions hold in an order with amount GBP 20.00, date 2026-03-05, time 14:30, name anna, and no size. */
final class ConditionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{amount} = 20",
                "{amount} < 100",
                "{amount} >= 'GBP 19.5'",
                "{date} > '2026-02-28'",
                "{time} <= '14:30'",
                "{length} > 'PT90M'",
                "{name} = 'ANNA'",
                "{name} != 'bob'",
                "{name} CONTAINS 'nn'",
                "fn.LENGTH({name}) = 4",
                "fn.COUNT({name}) = 1",
                "fn.COUNT({size}) = 0",
                "fn.IS_SET({name}) AND NOT fn.IS_SET({size})",
                "{size} = 'x' OR {name} = 'anna'",
                "NOT ({size} = 'x' AND {name} = 'bob')",
                "$.inputMode = 'text'"
            })
    void holds(String condition) {
        assertThat(branch(condition)).isEqualTo("It holds.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{amount} = 'EUR 20.00'",
                "{amount} > 20",
                "{date} < '2026-02-28'",
                "{size} = 'x'",
                "NOT {size} = 'x'",
                "{size} != 'x'",
                "{size} = 'x' AND {name} = 'anna'",
                "{size} = 'x' OR {name} = 'bob'",
                "[nobody] = ''"
            })
    void doesNotHold(String condition) {
        assertThat(branch(condition)).isEqualTo("It does not.");
    }

    private static String branch(String condition) {
        String text = """
                bot: shop
                locale: en-GB
                types: { any: { open: yes } }
                intents:
                  order:
                    says: [order]
                    slots:
                      amount: { type: money, ask: a }
                      date: { type: any, ask: a }
                      time: { type: any, ask: a }
                      length: { type: any, ask: a }
                      name: { type: any, ask: a }
                      size: { type: any, required: no }
                    answer: { when: [ { if: "%s", say: It holds. }, { say: It does not. } ] }
                """.formatted(condition);
        Bot bot = Bots.read(text);
        State state = Dialogue.open(bot).state();
        Step step = Dialogue.step(
                bot,
                state,
                Talk.says(
                        bot, state, "order 0.9 amount=GBP 20.00, date=2026-03-05, time=14:30, length=PT2H, name=anna"));
        return Talk.transcript(step).lines().findFirst().orElseThrow().replace("< say: ", "");
    }
}
