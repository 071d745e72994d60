package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Template;
import dev.sotto.nlu.SlotName;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {

    private static final String CHARACTERS = "ab é.[]{}";

    @Test
    void findsThePlacesOfSlotsAndAttributes() {
        TemplateText.Parsed parsed = TemplateText.parse("Dear [customer-name], {amount}?");

        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.template().parts())
                .containsExactly(
                        new Template.Literal("Dear "),
                        new Template.AttributePlace("customer-name"),
                        new Template.Literal(", "),
                        new Template.SlotPlace(new SlotName("amount")),
                        new Template.Literal("?"));
    }

    @Test
    void takesADoubledBracketAsTheBracketItself() {
        TemplateText.Parsed parsed = TemplateText.parse("say {{this}} or [[that]]");

        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.template()).isEqualTo(Template.of("say {this} or [that]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{amount", "amount}", "[name", "name]", "{a b}", "[a b]", "{}", "[]", "{a[b]}"})
    void saysWhatIsMalformed(String text) {
        assertThat(TemplateText.parse(text).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("template.malformed"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void writesBackWhateverItReadsWithoutFault(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String text = random.ints(random.nextInt(12), 0, CHARACTERS.length())
                    .collect(StringBuilder::new, (b, c) -> b.append(CHARACTERS.charAt(c)), StringBuilder::append)
                    .toString();
            TemplateText.Parsed parsed = TemplateText.parse(text);

            if (parsed.faults().isEmpty()) {
                assertThat(TemplateText.render(parsed.template())).isEqualTo(text);
            } else {
                assertThat(parsed.faults())
                        .allSatisfy(fault -> assertThat(fault.offset()).isBetween(0, text.length()));
            }
        }
    }
}
