package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTextTest {

    private static final String CHARACTERS = "ab é😀()[]{}x";

    @Test
    void takesValuesAndPlacesApart() {
        SampleText.Parsed parsed = SampleText.parse("pay [Anna](payee) {amount} (soon)");

        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.example().parts())
                .containsExactly(
                        new Example.Text("pay "),
                        new Example.Value(new SlotName("payee"), "Anna"),
                        new Example.Text(" "),
                        new Example.Placeholder(new SlotName("amount")),
                        new Example.Text(" (soon)"));
    }

    @ParameterizedTest
    @CsvSource({
        "pay [Anna](payee,4",
        "pay [Anna,4",
        "pay [Anna] now,4",
        "pay [[Anna]](payee),4",
        "pay {payee,4",
        "pay Anna](payee),8",
        "pay payee},9",
        "pay [ ](payee),4",
        "pay {pay ee},5",
        "pay [Anna](),11"
    })
    void saysWhereAnAnnotationIsMalformed(String text, int offset) {
        assertThat(SampleText.parse(text).faults())
                .first()
                .satisfies(fault -> assertThat(fault.offset()).isEqualTo(offset))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("sample.malformed"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsBackWhatItWrites(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Example example = randomExample(random);

            assertThat(SampleText.read(SampleText.render(example))).contains(example);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void writesBackWhateverItReadsWithoutFault(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String text = randomText(random, CHARACTERS, 12);
            SampleText.Parsed parsed = SampleText.parse(text);

            if (parsed.faults().isEmpty()) {
                assertThat(SampleText.render(parsed.example())).isEqualTo(text);
            } else {
                assertThat(parsed.faults())
                        .allSatisfy(fault -> assertThat(fault.offset()).isBetween(0, text.length()));
            }
        }
    }

    private static Example randomExample(Random random) {
        List<Example.Part> parts = new ArrayList<>();
        for (int i = 0, size = random.nextInt(6); i < size; i++) {
            SlotName slot = new SlotName(randomText(random, "abc", 3) + "x");
            boolean afterText = !parts.isEmpty() && parts.get(parts.size() - 1) instanceof Example.Text;
            int kind = random.nextInt(3);
            if (kind == 0 && !afterText) {
                parts.add(new Example.Text(randomText(random, "ab é😀() ", 6) + "y"));
            } else if (kind == 1) {
                parts.add(new Example.Placeholder(slot));
            } else {
                parts.add(new Example.Value(slot, randomText(random, "ab é😀() ", 6) + "z"));
            }
        }
        return new Example(parts);
    }

    private static String randomText(Random random, String characters, int most) {
        StringBuilder text = new StringBuilder();
        int[] points = characters.codePoints().toArray();
        for (int i = 0, size = random.nextInt(most + 1); i < size; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
