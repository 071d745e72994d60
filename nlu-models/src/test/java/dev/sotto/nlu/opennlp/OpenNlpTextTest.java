package dev.sotto.nlu.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.LanguageDetector;
import dev.sotto.sensitive.Utterance;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OpenNlpTextTest {

    @Test
    void findsSentences() {
        assertThat(new OpenNlpSentences(Locale.UK).split("I lost my card. Mr. Smith has it! Can you help?"))
                .containsExactly("I lost my card.", "Mr. Smith has it!", "Can you help?");
        assertThat(new OpenNlpSentences(Locale.GERMAN).split("Hallo. Ich bin da"))
                .containsExactly("Hallo.", "Ich bin da");
    }

    @Test
    void foldsTokens() {
        assertThat(new OpenNlpTokens(Locale.UK).of("Don't PAY Zoë, please.")).contains("pay", "zoe", "please");
    }

    @Test
    void tellsTheLanguagesOfABotApart() {
        LanguageDetector detector = new OpenNlpLanguageDetector();
        List<Locale> locales = List.of(Locale.UK, Locale.GERMANY, Locale.US);

        assertThat(detector.detect(new Utterance("I would like to know how much money is left"), locales))
                .contains(Locale.UK);
        assertThat(detector.detect(new Utterance("Ich möchte gerne wissen, wie viel Geld noch da ist"), locales))
                .contains(Locale.GERMANY);
        assertThat(detector.detect(new Utterance("ok"), locales)).isEmpty();
        assertThat(detector.detect(new Utterance("すみません、残高を教えてください"), locales)).isEmpty();
    }
}
