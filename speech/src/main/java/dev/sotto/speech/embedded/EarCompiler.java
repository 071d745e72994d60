package dev.sotto.speech.embedded;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.graph.BotGrammar;
import dev.sotto.speech.graph.DecodingGraph;
import dev.sotto.speech.graph.Dictionary;
import dev.sotto.speech.graph.Grammar;
import dev.sotto.speech.graph.GraphBuilder;
import dev.sotto.speech.graph.LetterName;
import dev.sotto.speech.graph.Lexicon;
import dev.sotto.speech.graph.PromptGrammar;
import dev.sotto.speech.graph.Pronunciations;
import dev.sotto.speech.model.AcousticSets;
import dev.sotto.speech.model.SphinxModel;
import dev.sotto.speech.vosk.VoskFolder;
import dev.sotto.storage.FileSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the ear of a bot. Takes seconds of CPU. Confined to one thread. */
final class EarCompiler {

    /**
     * How much better, for each frame of speech, the bot's words must fit than any phones at all, in nats of the acoustic
     * score; else the turn is taken to be none of the bot's (measured).
     */
    private static final Map<AcousticSets.Kind, Double> BETTER_THAN_ANYTHING = better(0.65, 0.35, 0.9, 0.45);

    /** The same for an answer to what was just asked; what is rejected here is tried with all of the bot's words. */
    private static final Map<AcousticSets.Kind, Double> ANSWER_BETTER_THAN_ANYTHING = better(0.1, 0.1, 0.1, 0.1);

    private final SphinxModel model = SphinxModel.read();
    private final AcousticSets sets = new AcousticSets(model);
    private final Dictionary dictionary = Dictionary.read();
    private final AcousticStore acoustics;

    /**
     * @param directory where the acoustic sets are kept
     */
    EarCompiler(Path directory) {
        this.acoustics = new AcousticStore(directory, sets, model.phones().count());
    }

    private static Map<AcousticSets.Kind, Double> better(
            double clear, double noisy, double clearTelephone, double noisyTelephone) {
        return Map.of(
                AcousticSets.Kind.CLEAR, clear,
                AcousticSets.Kind.NOISY, noisy,
                AcousticSets.Kind.CLEAR_TELEPHONE, clearTelephone,
                AcousticSets.Kind.NOISY_TELEPHONE, noisyTelephone);
    }

    static void requireEnglish(TrainingSet bot) {
        if (!Lexicon.isOf(bot.locale())) {
            throw new UnspeakableException("the bot speaks " + bot.locale().toLanguageTag()
                    + "; the recogniser that comes along hears English only");
        }
    }

    /**
     * Writes an ear.
     *
     * @param bot in English
     * @param own how words of its own sound
     * @param bands which kinds of audio it shall hear
     * @param folder is there, and empty
     * @throws UnspeakableException if nothing can be said to the bot, or more than can be listened for
     */
    void compile(TrainingSet bot, Lexicon own, Set<Band> bands, Path folder) throws IOException {
        Pronunciations pronunciations = new Pronunciations(dictionary, own, model.phones());
        Grammar grammar = BotGrammar.of(bot, pronunciations);
        if (grammar.wordCount() > EarStore.MAX_WORDS) {
            throw new UnspeakableException("the bot has " + grammar.wordCount()
                    + " words that somebody could say; the recogniser that comes along listens for at most "
                    + EarStore.MAX_WORDS);
        }
        DecodingGraph graph = GraphBuilder.build(model, grammar, pronunciations);
        if (graph.words().size() == 1) {
            throw new UnspeakableException("the bot has no sample utterance that can be heard");
        }
        Map<String, Integer> parts = new TreeMap<>();
        parts.put(EarPart.MAIN, write(folder, EarPart.MAIN, graph, bands, BETTER_THAN_ANYTHING));
        Map<SlotTypeName, String> types =
                writeAnswers(PromptGrammar.of(bot, pronunciations), pronunciations, bands, folder, parts);
        new EarManifest(bot.locale(), targets(bands), parts, types, files(folder)).write(folder);
    }

    /** Writes the ear for answers to what any bot may ask. */
    void compilePrompts(Locale locale, Set<Band> bands, Path folder) throws IOException {
        Pronunciations pronunciations = new Pronunciations(dictionary, model.phones());
        Map<String, Integer> parts = new TreeMap<>();
        Map<SlotTypeName, String> types =
                writeAnswers(PromptGrammar.builtIn(locale, pronunciations), pronunciations, bands, folder, parts);
        new EarManifest(locale, targets(bands), parts, types, files(folder)).write(folder);
    }

    private Map<SlotTypeName, String> writeAnswers(
            Map<SlotTypeName, Grammar> grammars,
            Pronunciations pronunciations,
            Set<Band> bands,
            Path folder,
            Map<String, Integer> parts)
            throws IOException {
        Map<SlotTypeName, String> types = new TreeMap<>();
        for (Map.Entry<SlotTypeName, Grammar> grammar : grammars.entrySet()) {
            String name = "answer-" + types.size();
            DecodingGraph graph = GraphBuilder.build(model, grammar.getValue(), pronunciations);
            parts.put(name, write(folder, name, graph, bands, ANSWER_BETTER_THAN_ANYTHING));
            types.put(grammar.getKey(), name);
        }
        return types;
    }

    /** Returns how many words the part has. */
    private int write(
            Path folder, String name, DecodingGraph graph, Set<Band> bands, Map<AcousticSets.Kind, Double> better)
            throws IOException {
        EarPart part = new EarPart(folder, name, graph.words().size());
        for (Band band : bands) {
            for (boolean noisy : new boolean[] {false, true}) {
                AcousticSets.Kind kind = kind(band, noisy);
                VoskFolder.write(
                        folder.resolve(part.model(band, noisy)),
                        model,
                        acoustics.of(kind),
                        graph,
                        better.getOrDefault(kind, 0.0));
            }
        }
        Files.write(
                folder.resolve(part.wordsFile()),
                graph.words().stream().map(LetterName::written).toList());
        return part.words();
    }

    private static AcousticSets.Kind kind(Band band, boolean noisy) {
        if (band == Band.WIDE) {
            return noisy ? AcousticSets.Kind.NOISY : AcousticSets.Kind.CLEAR;
        }
        return noisy ? AcousticSets.Kind.NOISY_TELEPHONE : AcousticSets.Kind.CLEAR_TELEPHONE;
    }

    private Map<Band, List<Double>> targets(Set<Band> bands) {
        Map<Band, List<Double>> targets = new EnumMap<>(Band.class);
        bands.forEach(band -> targets.put(
                band, Arrays.stream(sets.target(band.cepstrum())).boxed().toList()));
        return targets;
    }

    private static Map<String, FileSeal> files(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(folder)) {
            paths = new ArrayList<>(found.filter(Files::isRegularFile).toList());
        }
        Map<String, FileSeal> files = new TreeMap<>();
        for (Path path : paths) {
            files.put(folder.relativize(path).toString().replace('\\', '/'), FileSeal.of(path));
        }
        return files;
    }
}
