package dev.sotto.speech.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    /** Returns words, silences in brackets and marks behind a number sign. */
    private static List<String> shown(Script script) {
        List<String> shown = new ArrayList<>();
        for (Step step : script.steps()) {
            if (step instanceof Step.Speak speak) {
                String pace = speak.phrase().pace() == 1 ? "" : speak.phrase().pace() + "x ";
                shown.add(pace + speak.phrase().words().reveal());
            } else if (step instanceof Step.Silence silence) {
                shown.add("[" + silence.length().toMillis() + "]");
            } else if (step instanceof Step.Mark mark) {
                shown.add("#" + mark.name());
            }
        }
        return shown;
    }

    private static List<String> plain(String text) {
        return shown(Script.plain(new Saying(text), Locale.US));
    }

    private static List<String> ssml(String text) {
        return shown(Script.ssml(new Saying(text), Locale.US));
    }

    @Test
    void beginsWithAShortPhraseCutWhereAClauseEnds() {
        assertThat(plain(
                        "Thank you for calling the bank, your balance is $42.50, and the last payment arrived on May 3rd, "
                                + "so nothing more is needed from you until the end of the month."))
                .containsExactly(
                        "Thank you for calling the bank,",
                        "your balance is forty two dollars and fifty cents, and the last payment arrived on May third, so"
                                + " nothing more is needed from you until the end of the month.");
    }

    @Test
    void leavesAShortSentenceWhole() {
        assertThat(plain("What kind of account would you like to open? Checking or savings?"))
                .containsExactly("What kind of account would you like to open?", "Checking or savings?");
    }

    @Test
    void cutsALongSentenceWithoutClausesAtAJoint() {
        assertThat(plain("Please tell me the full name of the person who lives at the address on the back of the card"))
                .first()
                .isEqualTo("Please tell me the full name");
    }

    @Test
    void speaksAWordThatIsASentenceTogetherWithTheNext() {
        assertThat(plain("Great. Your table is booked.")).containsExactly("Great. Your table is booked.");
    }

    @Test
    void restsLongerAfterASentenceThanAfterAClause() {
        List<Duration> rests = Script.plain(
                        new Saying("First comes one thing, then two three four five six seven. That is all there is."),
                        Locale.US)
                .steps()
                .stream()
                .map(step -> ((Step.Speak) step).phrase().rest())
                .toList();

        assertThat(rests).hasSize(3);
        assertThat(rests.get(1)).isGreaterThan(rests.get(0));
    }

    @Test
    void neverMakesAPhraseThatAnEngineWouldRefuse() {
        String[] bits = {
            "tea", "and", ",", ".", "supercalifragilisticexpialidocioussupercalifragilistic", "?", "5,000,000"
        };
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(300); length > 0; length--) {
                text.append(bits[random.nextInt(bits.length)]).append(' ');
            }
            Script script = Script.plain(new Saying(text.toString()), Locale.US);
            assertThat(script.steps()).allSatisfy(step -> {
                Phrase phrase = ((Step.Speak) step).phrase();
                phrase.checkLength();
                assertThat(phrase.words().reveal()).matches("[A-Za-z' ,.?!]*[A-Za-z][A-Za-z' ,.?!]*");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "\ud83d\ude00", "?!", "<speak></speak>", "<speak><p/></speak>"})
    void saysNothingWhenThereIsNothingToSay(String text) {
        assertThat(ssml(text).stream().filter(step -> !step.startsWith("["))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            <speak>One<break time="500ms"/>two</speak> | One;[500];two
            <speak>One<break time="1.5s"/>two</speak> | One;[1500];two
            <speak>One<break strength="strong"/>two</speak> | One;[400];two
            <speak>One<break strength="none"/>two</speak> | One;two
            <speak>One<break time="99999s"/>two</speak> | One;[10000];two
            One<break/>two | One;[200];two
            Code <say-as interpret-as="characters">ab1</say-as> | Code A B one
            <say-as interpret-as="date" format="dmy">12/05/2026</say-as> | May twelfth, twenty twenty six
            <say-as interpret-as="digits">42</say-as> and <say-as interpret-as="cardinal">42</say-as> | four two and forty two
            <say-as interpret-as="nonsense">42</say-as> | forty two
            I will <sub alias="World Wide Web Consortium">W3C</sub> you | I will World Wide Web Consortium you
            Go <mark name="here"/>now | Go;#here;now
            Go <mark name="not a name!"/>now | Go now
            Say <prosody rate="slow">this one</prosody> now | Say;0.8x this one;now
            <prosody rate="150%">Fast</prosody> | 1.5x Fast
            <prosody rate="-30%">Slow</prosody> | 0.7x Slow
            <prosody rate="900%">Fast</prosody> | 2.0x Fast
            <prosody pitch="high" volume="loud">Plain</prosody> | Plain
            I <emphasis level="strong">do</emphasis> mean it | I;0.85x do;mean it
            <p>One thing</p><p>Another thing</p> | One thing.;[400];Another thing.;[400]
            <s>One small thing</s><s>Another small thing</s> | One small thing.;Another small thing.
            <speak>Fish &amp; chips &lt; $5</speak> | Fish and chips less than five dollars
            <speak><![CDATA[a < b]]></speak> | a less than b
            <voice name="x">Hello</voice> <unknown a="b">you</unknown> | Hello you
            <speak><!-- secret -->Hi<?php x?></speak> | Hi
            """)
    void followsMarks(String ssml, String expected) {
        assertThat(ssml(ssml)).containsExactly(expected.split(";", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<speak>hunter2",
                "hunter2 & more",
                "<speak>hunter2</p></speak>",
                "<speak>&hunter2;</speak>",
                "<speak><break time=hunter2/></speak>",
                "<speak>hunter2</speak><speak>again</speak>",
                "<speak>hunter2\u0000</speak>",
                "<!DOCTYPE speak [<!ENTITY hunter2 \"x\">]><speak>&hunter2;</speak>",
                "<!DOCTYPE speak SYSTEM \"file:///etc/hunter2\"><speak>x</speak>",
                "<speak hunter2=\"a\" hunter2=\"b\">x</speak>"
            })
    void refusesWhatIsMalformedWithoutQuotingIt(String ssml) {
        assertThatThrownBy(() -> ssml(ssml))
                .isInstanceOf(ScriptRefusedException.class)
                .hasNoCause()
                .hasMessageContaining("line ")
                .hasMessageNotContaining("hunter");
    }

    @Test
    void refusesElementsWithoutEnd() {
        assertThatThrownBy(() -> ssml("<p>".repeat(100) + "</p>".repeat(100)))
                .isInstanceOf(ScriptRefusedException.class);
    }

    @Test
    void refusesOtherLanguagesAndTextWithoutEnd() {
        assertThatThrownBy(() -> Script.plain(new Saying("Guten Tag"), Locale.GERMANY))
                .isInstanceOfSatisfying(
                        ScriptRefusedException.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("speech.language"));
        assertThatThrownBy(() -> plain("tea ".repeat(2_000))).isInstanceOf(ScriptRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void survivesRubbish(long seed) {
        String[] bits = {
            "<speak>",
            "</speak>",
            "<p>",
            "</p>",
            "<break",
            "/>",
            " time=\"",
            "\"",
            "1s",
            "&",
            "amp;",
            "<say-as interpret-as=\"date\">",
            "</say-as>",
            "12/5",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "text",
            "\ud800"
        };
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(15); length >= 0; length--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            try {
                assertThat(ssml(text.toString())).isNotNull();
            } catch (ScriptRefusedException refused) {
                assertThat(refused.reason()).isEqualTo(ScriptRefusedException.Reason.MALFORMED);
            }
        }
    }

    @Test
    void tellsNothingOfWhatIsSaid() {
        Script script = Script.plain(new Saying("My password is hunter."), Locale.US);

        assertThat(script.toString() + script.steps()).doesNotContain("hunter");
    }
}
