package dev.sotto.nlu.opennlp;

import dev.sotto.nlu.text.SentenceSplitter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * Sentences by OpenNLP's detector, which knows that "Mr." ends none; by punctuation where there is no model for the
 * language. Safe for many threads: each has its own detector. The model is read on first use.
 */
public final class OpenNlpSentences implements SentenceSplitter {

    private final SentenceSplitter byPunctuation = SentenceSplitter.byPunctuation();
    private final boolean english;
    private final Supplier<SentenceModel> model =
            OpenNlpModels.once(() -> OpenNlpModels.read(OpenNlpModels.SENTENCES_EN, SentenceModel::new));
    private final ThreadLocal<SentenceDetectorME> detectors =
            ThreadLocal.withInitial(() -> new SentenceDetectorME(model.get()));

    public OpenNlpSentences(Locale locale) {
        english = locale.getLanguage().equals("en");
    }

    @Override
    public List<String> split(String text) {
        return english ? List.of(detectors.get().sentDetect(text)) : byPunctuation.split(text);
    }
}
