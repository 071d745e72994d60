package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sotto.bot.Condition;
import dev.sotto.nlu.SlotName;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ConditionTextTest {

    private static final String LETTERS = "{}[]()\"'\\=!<>&|. aA1$fn.IS_SETCOUNTANDORNOTCONTAINS";

    private static final List<Condition.Operator> OPERATORS = List.of(Condition.Operator.values());

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void readsTheExpressionsOfRealBots() {
        assertThat(rendered("{Age} >= 18 && fn.IS_SET({Name})")).isEqualTo("{Age} >= 18 AND fn.IS_SET({Name})");
        assertThat(rendered("fn.COUNT({Toppings}) > 2 OR !( [member]='yes' )"))
                .isEqualTo("fn.COUNT({Toppings}) > 2 OR NOT [member] = \"yes\"");
        assertThat(rendered("NOT(({a} = \"\" or {b} CONTAINS \"x\") and $.inputMode = \"Text\")"))
                .isEqualTo("NOT (({a} = \"\" OR {b} CONTAINS \"x\") AND $.inputMode = \"Text\")");
    }

    @Test
    void bindsAndMoreThanOr() {
        assertThat(rendered("[a] = 1 OR [b] = 2 AND [c] = 3")).isEqualTo("[a] = 1 OR ([b] = 2 AND [c] = 3)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{size} = ; 7",
                "{size ; 0",
                "{size} ~ \"x\" ; 7",
                "({size} = 1 ; 10",
                "{size} = 1 {size} ; 11",
                "{size} = \"x ; 9",
                "fn.IS_SET size ; 10",
            })
    void saysWhereAnExpressionStopsBeingOne(String text, int offset) {
        ConditionText.Parsed parsed = ConditionText.parse(text);

        assertThat(parsed.condition()).isEmpty();
        assertThat(parsed.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("condition.malformed");
            assertThat(fault.offset()).isEqualTo(offset);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsBackWhatItHasWritten(long seed) {
        Condition condition = random(new Random(seed), 4);

        assertThat(ConditionText.parse(ConditionText.render(condition)).condition())
                .hasValue(condition);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void takesAnyText(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }

        assertThatCode(() -> ConditionText.parse(text.toString())).doesNotThrowAnyException();
    }

    private static String rendered(String text) {
        return ConditionText.render(ConditionText.parse(text).condition().orElseThrow());
    }

    private static Condition random(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 5);
        return switch (kind) {
            case 0 -> new Condition.IsSet(subject(random));
            case 1 ->
                new Condition.Compare(
                        quantity(random),
                        OPERATORS.get(random.nextInt(OPERATORS.size())),
                        random.nextBoolean() ? "a \"quoted\\\" AND 'x'" : "12");
            case 2 -> new Condition.Not(random(random, depth - 1));
            case 3 -> new Condition.And(random(random, depth - 1), random(random, depth - 1));
            default -> new Condition.Or(random(random, depth - 1), random(random, depth - 1));
        };
    }

    private static Condition.Quantity quantity(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.Count(subject(random));
            case 1 -> new Condition.Length(subject(random));
            default -> new Condition.Value(subject(random));
        };
    }

    private static Condition.Subject subject(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Condition.SlotSubject(new SlotName("size"));
            case 1 -> new Condition.AttributeSubject("a.b-c_d");
            case 2 -> new Condition.InputModeSubject();
            default -> new Condition.TranscriptSubject();
        };
    }
}
