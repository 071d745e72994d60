package dev.sotto.nlu.opennlp;

import dev.sotto.nlu.LanguageDetector;
import dev.sotto.sensitive.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Supplier;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Language detection by OpenNLP's model of 103 languages, 10 MB, which is read on first use. Compares the bot's languages
 * only: a short text is easily taken for a language that nobody expects.
 */
public final class OpenNlpLanguageDetector implements LanguageDetector {

    /** Letters below which a guess is no better than chance. */
    private static final int SHORTEST = 10;

    /** How many times likelier than the next of the bot's languages. */
    private static final double MARGIN = 2;

    /** Below this the text is in a language of nobody here. */
    private static final double LEAST = 0.01;

    private final Supplier<LanguageDetectorModel> model =
            OpenNlpModels.once(() -> OpenNlpModels.read(OpenNlpModels.LANGUAGES, LanguageDetectorModel::new));
    private final ThreadLocal<LanguageDetectorME> detectors =
            ThreadLocal.withInitial(() -> new LanguageDetectorME(model.get()));

    @Override
    public Optional<Locale> detect(Utterance utterance, List<Locale> among) {
        String text = utterance.reveal();
        if (text.codePoints().filter(Character::isLetter).count() < SHORTEST) {
            return Optional.empty();
        }
        Language[] languages = detectors.get().predictLanguages(text);
        Optional<Locale> best = Optional.empty();
        double highest = 0;
        double second = 0;
        for (Locale locale : among) {
            double probability = probability(languages, locale);
            if (probability > highest) {
                second = highest;
                highest = probability;
                best = Optional.of(locale);
            } else if (best.isEmpty() || !sameLanguage(best.get(), locale)) {
                second = Math.max(second, probability);
            }
        }
        return highest >= LEAST && highest >= MARGIN * second ? best : Optional.empty();
    }

    private static boolean sameLanguage(Locale one, Locale other) {
        return one.getLanguage().equals(other.getLanguage());
    }

    private static double probability(Language[] languages, Locale locale) {
        String code;
        try {
            code = locale.getISO3Language();
        } catch (MissingResourceException e) {
            return 0;
        }
        for (Language language : languages) {
            if (language.getLang().equals(code)) {
                return language.getConfidence();
            }
        }
        return 0;
    }
}
