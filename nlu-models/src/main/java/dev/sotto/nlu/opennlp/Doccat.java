package dev.sotto.nlu.opennlp;

import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.intent.Evidence;
import dev.sotto.nlu.intent.Familiarity;
import dev.sotto.nlu.intent.IntentLearner.Effort;
import dev.sotto.nlu.intent.IntentScorer;
import dev.sotto.nlu.intent.Sample;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;

/**
 * OpenNLP's document categoriser over words and, for small sets, runs of characters. Trained by L-BFGS, which beats the
 * default trainer by points; every word counts, however rare. Safe for many threads: the categoriser has final fields
 * only and its feature generators no state.
 */
final class Doccat implements IntentScorer {

    /** Character runs make training minutes long beyond this, for less than a point. */
    private static final int SMALL = 2_000;

    private static final int FULL_ITERATIONS = 100;
    private static final int HASTY_ITERATIONS = 30;

    /** So that no logarithm is infinite. */
    private static final double LEAST = 1e-9;

    static {
        ExtensionLoader.registerAllowedPackage(Doccat.class.getPackageName());
    }

    private final OpenNlpTokens tokens;
    private final int classes;
    private final boolean characters;
    private final MaxentModel model;
    private final Familiarity familiarity;
    private final DocumentCategorizerME categorizer;

    private Doccat(Locale locale, int classes, boolean characters, MaxentModel model, Familiarity familiarity) {
        this.tokens = new OpenNlpTokens(locale);
        this.classes = classes;
        this.characters = characters;
        this.model = model;
        this.familiarity = familiarity;
        DoccatFactory factory = new DoccatFactory(generators(characters));
        categorizer = new DocumentCategorizerME(new DoccatModel(locale.getLanguage(), model, Map.of(), factory));
    }

    /** Trains on samples of at least two classes. */
    static Doccat train(Locale locale, List<Sample> samples, List<String> outsiders, int classes, Effort effort) {
        OpenNlpTokens tokens = new OpenNlpTokens(locale);
        boolean characters = samples.size() < SMALL;
        List<DocumentSample> documents = new ArrayList<>();
        for (Sample sample : samples) {
            String[] words = tokens.of(sample.text());
            if (words.length > 0) {
                documents.add(new DocumentSample(Integer.toString(sample.label()), words));
            }
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, effort == Effort.FULL ? FULL_ITERATIONS : HASTY_ITERATIONS);
        try {
            DoccatModel model = DocumentCategorizerME.train(
                    locale.getLanguage(),
                    new CollectionObjectStream<>(documents),
                    parameters,
                    new DoccatFactory(generators(characters)));
            return new Doccat(
                    locale, classes, characters, model.getMaxentModel(), Familiarity.of(samples, outsiders, effort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Evidence judge(String text) {
        double[] probabilities = categorizer.categorize(tokens.of(text));
        float[] logs = new float[classes];
        Arrays.fill(logs, (float) Math.log(LEAST));
        for (int i = 0; i < probabilities.length; i++) {
            int label = Integer.parseInt(categorizer.getCategory(i));
            logs[label] = (float) Math.log(Math.max(probabilities[i], LEAST));
        }
        return familiarity.with(logs, text);
    }

    void write(ModelOutput out) {
        out.putInt(characters ? 1 : 0);
        out.putBytes(MaxentBytes.write(model));
        familiarity.write(out);
    }

    static Doccat read(ModelInput in, Locale locale, int classes) {
        boolean characters = in.getInt(0, 1) == 1;
        MaxentModel model = MaxentBytes.read(in.getBytes());
        for (int i = 0; i < model.getNumOutcomes(); i++) {
            if (!model.getOutcome(i).matches("\\d{1,6}") || Integer.parseInt(model.getOutcome(i)) >= classes) {
                throw new CorruptModelException("a classifier of other intents");
            }
        }
        return new Doccat(locale, classes, characters, model, Familiarity.read(in));
    }

    private static FeatureGenerator[] generators(boolean characters) {
        return characters
                ? new FeatureGenerator[] {new BagOfWordsFeatureGenerator(), new CharacterNgrams()}
                : new FeatureGenerator[] {new BagOfWordsFeatureGenerator()};
    }
}
