package dev.sotto.nlu.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.text.Words;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {

    private static final String DIGITS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <grammar version="1.0" xmlns="http://www.w3.org/2001/06/grammar" xml:lang="en-US" mode="voice"
                     root="code" tag-format="semantics/1.0">
              <rule id="code" scope="public">
                <example>double oh seven</example>
                <tag>out=""</tag>
                <item repeat="0-1">my number is</item>
                <item repeat="1-6"><ruleref uri="#piece"/><tag>out += rules.piece;</tag></item>
              </rule>
              <rule id="piece">
                <one-of>
                  <item weight="2"><ruleref uri="#digit"/><tag>out = rules.digit</tag></item>
                  <item>double <ruleref uri="#digit"/><tag>out = rules.digit + rules.latest();</tag></item>
                </one-of>
              </rule>
              <rule id="digit">
                <one-of>
                  <item><one-of><item>oh</item><item>zero</item></one-of><tag>out="0"</tag></item>
                  <item>one<tag>out=1;</tag></item>
                  <item>seven<tag>out='7'</tag></item>
                </one-of>
              </rule>
            </grammar>
            """;
    private static final String SIZES = """
            <grammar tag-format="semantics/1.0-literals"><rule id="size">
              <item repeat="0-">very</item>
              <one-of><item>big<tag>large</tag></item><item>New York<tag>XXL</tag></item><item>plain</item></one-of>
            </rule></grammar>
            """;

    @ParameterizedTest
    @CsvSource({
        "oh one,                        01",
        "My number is double oh seven,  007",
        "double seven zero,             770",
        "one one one one one one,       111111",
        "one one one one one one one,   ",
        "double,                        ",
        "my number is,                  ",
        "two,                           ",
    })
    void givesTheValueThatItsTagsMakeOfAPhrase(String phrase, String value) {
        assertThat(Grammar.of(DIGITS).value(phrase).orElse(null)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"big, large", "very very very big, large", "new york, XXL", "very plain, very plain", "very, "})
    void takesTagsAsTheyAreAndWordsWhereThereAreNone(String phrase, String value) {
        assertThat(Grammar.of(SIZES).value(phrase).orElse(null)).isEqualTo(value);
    }

    @Test
    void findsTheLongestPhraseInASentence() {
        Words words = Words.of("well double seven one please");

        assertThat(Grammar.of(DIGITS).longest(words, 0)).isEmpty();
        assertThat(Grammar.of(DIGITS).longest(words, 1)).contains(new Grammar.Match(4, "771"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <rule id="a"><ruleref uri="#b"/></rule>                           | 1 | no rule
            <rule id="a"><item repeat="1-2"><ruleref uri="#a"/></item></rule> | 1 | leads to itself
            <rule id="a"><item repeat="3-2">x</item></rule>                   | 1 | no count
            <rule id="a"><one-of>x</one-of></rule>                            | 1 | one-of
            <rule id="a"><ruleref uri="http://a.example/b"/></rule>           | 1 | outside
            <rule id="a">x<tag>for (;;) {}</tag></rule>                       | 1 | a tag
            <rule id="a">x<b/></rule>                                         | 1 | not known
            <rule id="a">x                                                    | 1 | not XML
            <rule>x</rule>                                                    | 1 | without id
            <rule id="a">x</rule><rule id="a">y</rule>                        | 1 | a second rule
            <meta name="x" content="y"/>                                      | 1 | to begin with
            """)
    void saysWhereAndWhyAGrammarIsNone(String rules, int line, String what) {
        assertThat(Grammar.flaw("<grammar>" + rules + "</grammar>")).hasValueSatisfying(flaw -> {
            assertThat(flaw.line()).isEqualTo(line);
            assertThat(flaw.what()).contains(what);
        });
    }

    @Test
    void refusesAGrammarThatHasMoreWaysThanCanBeFollowed() {
        StringBuilder rules = new StringBuilder("<grammar root='r0'>");
        for (int i = 0; i < 12; i++) {
            rules.append("<rule id='r" + i + "'><item repeat='1-20'><ruleref uri='#r" + (i + 1) + "'/></item></rule>");
        }
        rules.append("<rule id='r12'>x</rule></grammar>");

        assertThat(Grammar.flaw(rules.toString()))
                .hasValueSatisfying(flaw -> assertThat(flaw.what()).contains("more ways"));
    }

    @Test
    void takesNoLongerForAGrammarInWhichMuchIsAmbiguous() {
        Grammar grammar = Grammar.of("""
                <grammar root='a'><rule id='a'><item repeat='0-'><item repeat='0-1'>x</item><item repeat='0-1'>x</item></item>
                <item repeat='0-60'><one-of><item>x</item><item>x x</item></one-of></item> y</rule></grammar>""");

        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(grammar.value("x ".repeat(55))).isEmpty());
    }

    @Test
    void takesAnyTextWithoutThrowing() {
        Random random = new Random(20261122);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(DIGITS);
            for (int n = 0; n < 5; n++) {
                text.setCharAt(random.nextInt(text.length()), "<>/\"=# r1-".charAt(random.nextInt(10)));
            }
            assertThat(Grammar.flaw(text.toString())).isNotNull();
        }
    }

    @Test
    void fetchesNothingFromElsewhere() {
        String xml = "<!DOCTYPE grammar [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + "<grammar><rule id='a'>&e;x</rule></grammar>";

        assertThat(Grammar.flaw(xml).isPresent() || Grammar.of(xml).value("x").isPresent())
                .isTrue();
    }
}
