package dev.sotto.nlu.opennlp;

import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import dev.sotto.nlu.reading.AnnotatedText;
import dev.sotto.nlu.reading.TrainingTexts;
import dev.sotto.nlu.slot.SlotTagger;
import dev.sotto.nlu.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ml.model.SequenceClassificationModel;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/**
 * OpenNLP's name finder over slot names, trained by the perceptron. Safe for many threads: each has its own finder,
 * whose memory of earlier texts is wiped after each call. Its features are not cached, for a cache would hold what
 * somebody said.
 */
final class NameTagger implements SlotTagger {

    private static final int BEAM = 3;
    private static final int ITERATIONS = 100;
    private static final String FEATURES = """
            <featureGenerators cache="false" name="slots">
              <generator class="opennlp.tools.util.featuregen.WindowFeatureGeneratorFactory">
                <int name="prevLength">2</int>
                <int name="nextLength">2</int>
                <generator class="opennlp.tools.util.featuregen.TokenFeatureGeneratorFactory"/>
              </generator>
              <generator class="opennlp.tools.util.featuregen.WindowFeatureGeneratorFactory">
                <int name="prevLength">1</int>
                <int name="nextLength">1</int>
                <generator class="opennlp.tools.util.featuregen.TokenClassFeatureGeneratorFactory"/>
              </generator>
              <generator class="opennlp.tools.util.featuregen.BigramNameFeatureGeneratorFactory"/>
              <generator class="opennlp.tools.util.featuregen.TrigramNameFeatureGeneratorFactory"/>
              <generator class="opennlp.tools.util.featuregen.PrefixFeatureGeneratorFactory"/>
              <generator class="opennlp.tools.util.featuregen.SuffixFeatureGeneratorFactory"/>
              <generator class="opennlp.tools.util.featuregen.DefinitionFeatureGeneratorFactory"/>
              <generator class="opennlp.tools.util.featuregen.SentenceFeatureGeneratorFactory">
                <bool name="begin">true</bool>
                <bool name="end">true</bool>
              </generator>
            </featureGenerators>
            """;

    private final MaxentModel model;
    private final ThreadLocal<NameFinderME> finders;

    private final boolean authority;

    private NameTagger(Locale locale, MaxentModel model, boolean authority) {
        this.model = model;
        this.authority = authority;
        TokenNameFinderModel whole = new TokenNameFinderModel(
                locale.getLanguage(), model, BEAM, features(), Map.of(), Map.of(), new BioCodec(), factory());
        finders = ThreadLocal.withInitial(() -> new NameFinderME(whole));
    }

    /** Trains on texts of which at least one has a slot value. */
    static NameTagger train(Locale locale, List<AnnotatedText> texts) {
        List<NameSample> samples = new ArrayList<>();
        for (AnnotatedText text : texts) {
            Words words = Words.of(text.text());
            List<Span> spans = new ArrayList<>();
            for (AnnotatedText.Place place : text.values()) {
                span(words, place, spans);
            }
            samples.add(new NameSample(tokens(words), spans.toArray(Span[]::new), true));
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, PerceptronTrainer.PERCEPTRON_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        try {
            // A type given here would take the place of every slot's name.
            TokenNameFinderModel trained = NameFinderME.train(
                    locale.getLanguage(), null, new CollectionObjectStream<>(samples), parameters, factory());
            return new NameTagger(locale, linear(trained), TrainingTexts.suffice(texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Tag> tag(Words words) {
        if (words.size() == 0) {
            return List.of();
        }
        NameFinderME finder = finders.get();
        try {
            Span[] spans = finder.find(tokens(words));
            double[] probabilities = finder.probs(spans);
            List<Tag> tags = new ArrayList<>();
            for (int i = 0; i < spans.length; i++) {
                SlotName slot = new SlotName(spans[i].getType());
                tags.add(new Tag(slot, spans[i].getStart(), spans[i].getEnd(), probabilities[i]));
            }
            return tags;
        } finally {
            finder.clearAdaptiveData();
        }
    }

    @Override
    public boolean isAuthority() {
        return authority;
    }

    void write(ModelOutput out) {
        out.putInt(authority ? 1 : 0);
        out.putBytes(MaxentBytes.write(model));
    }

    static NameTagger read(ModelInput in, Locale locale) {
        boolean authority = in.getInt(0, 1) == 1;
        MaxentModel model = MaxentBytes.read(in.getBytes());
        for (int i = 0; i < model.getNumOutcomes(); i++) {
            String outcome = model.getOutcome(i);
            String slot = outcome.replaceAll("-(?:start|cont)$", "");
            if (!outcome.equals("other") && !SlotName.isValid(slot)) {
                throw new CorruptModelException("a tagger of other slots");
            }
        }
        return new NameTagger(locale, model, authority);
    }

    private static String[] tokens(Words words) {
        String[] tokens = new String[words.size()];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = words.get(i);
        }
        return tokens;
    }

    private static void span(Words words, AnnotatedText.Place place, List<Span> spans) {
        int from = 0;
        while (from < words.size() && words.start(from) < place.start()) {
            from++;
        }
        int to = from;
        while (to < words.size() && words.end(to) <= place.end()) {
            to++;
        }
        if (to > from) {
            spans.add(new Span(from, to, place.slot().value()));
        }
    }

    private static MaxentModel linear(TokenNameFinderModel trained) {
        SequenceClassificationModel sequences = trained.getNameFinderSequenceModel();
        Object model = trained.getArtifact("nameFinder.model");
        if (model instanceof MaxentModel linear) {
            return linear;
        }
        throw new IllegalStateException("a sequence model of another kind: " + sequences.getClass());
    }

    private static TokenNameFinderFactory factory() {
        return new TokenNameFinderFactory(features(), Map.of(), new BioCodec());
    }

    private static byte[] features() {
        return FEATURES.getBytes(StandardCharsets.UTF_8);
    }
}
