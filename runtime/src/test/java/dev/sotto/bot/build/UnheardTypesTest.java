package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.speech.graph.Dictionary;
import dev.sotto.speech.graph.PromptGrammar;
import dev.sotto.speech.graph.Pronunciations;
import dev.sotto.speech.model.SphinxModel;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What of slot types can be written and not be said. */
class UnheardTypesTest {

    private static final String OWN = """
            bot: bank
            locale: en-GB
            intents:
              pay:
                says: [pay somebody]
                slots:
                  who: { type: payee, ask: Who? }
                  also: { type: payee, required: no }
                  card: { type: card, ask: Which card? }
                  order:
                    ask: Which order?
                    parts:
                      number: { type: order-number, ask: Which number? }
                answer: Done.
            types:
              payee: { open: yes, values: { Anna: } }
              order-number: { pattern: "[A-Z]{2}" }
              card: { values: { debit: , credit: } }
              nobody: { open: yes }
            """;

    @Test
    void notesEachTypeOfTheBotsOwnThatIsNotAllListedWhereItStands() {
        assertThat(notes(OWN))
                .extracting(Problem::describeAsNote)
                .satisfiesExactly(
                        payee -> assertThat(payee)
                                .startsWith("bot.yaml:16:3: note: values of \"payee\" that are not listed, which can"),
                        order -> assertThat(order)
                                .startsWith("bot.yaml:17:3: note: codes of \"order-number\" that are not listed, which")
                                .contains("\"alphanumeric\""));
        assertThat(notes(OWN)).extracting(Problem::code).containsOnly("type.unheard");
    }

    @Test
    void notesNothingInALanguageThatIsNotListenedTo() {
        assertThat(notes(OWN.replace("en-GB", "nl-NL"))).isEmpty();
    }

    @Test
    void notesTheBuiltInTypesThatHaveNoGrammar() {
        Set<SlotTypeName> heard = new HashSet<>(BuiltInTypes.names());
        Set<SlotTypeName> grammars = PromptGrammar.builtIn(
                        Locale.UK,
                        new Pronunciations(Dictionary.read(), SphinxModel.read().phones()))
                .keySet();
        heard.removeIf(type -> !grammars.contains(PromptGrammar.soundsLike(type))
                && BuiltInTypes.known(type, Locale.UK).isEmpty());
        heard.remove(BuiltInTypes.CONFIRMATION);

        Set<SlotTypeName> noted = BuiltInTypes.names().stream()
                .filter(type -> !notes(of(type)).isEmpty())
                .collect(Collectors.toSet());

        assertThat(noted)
                .doesNotContainAnyElementsOf(heard)
                .hasSize(BuiltInTypes.names().size() - heard.size());
        assertThat(notes(of(BuiltInTypes.LAST_NAME)))
                .singleElement()
                .extracting(Problem::describeAsNote)
                .asString()
                .startsWith("bot.yaml:6:26: note: any \"last-name\" that no sample utterance marks, which can be");
    }

    private static String of(SlotTypeName type) {
        return """
                bot: bank
                locale: en-GB
                intents:
                  pay:
                    says: [pay somebody]
                    slots: { it: { type: %s, ask: What? } }
                    answer: Done.
                """.formatted(type);
    }

    private static List<Problem> notes(String text) {
        Problems problems = new Problems();
        BotReader.read(new SourceFile("bot.yaml", text), "bank", problems);
        return problems.notes();
    }
}
