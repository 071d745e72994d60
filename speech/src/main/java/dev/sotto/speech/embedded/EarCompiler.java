package dev.sotto.speech.embedded;

import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.frontend.TurnFrontEnd;
import dev.sotto.speech.graph.BotGrammar;
import dev.sotto.speech.graph.DecodingGraph;
import dev.sotto.speech.graph.Dictionary;
import dev.sotto.speech.graph.GraphBuilder;
import dev.sotto.speech.graph.Pronunciations;
import dev.sotto.speech.model.AcousticSet;
import dev.sotto.speech.model.AcousticSets;
import dev.sotto.speech.model.SphinxModel;
import dev.sotto.speech.vosk.VoskFolder;
import dev.sotto.speech.vosk.VoskModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the ear of a bot. Takes seconds of CPU. Confined to one thread. */
public final class EarCompiler {

    /**
     * How much better, for each frame of speech, the bot's words must fit than any phones at all, in nats of the acoustic
     * score; else the turn is taken to be none of the bot's (measured).
     */
    private static final double BETTER_THAN_ANYTHING = 0.6;

    private final SphinxModel model = SphinxModel.read();
    private final AcousticSets sets = new AcousticSets(model);
    private final Dictionary dictionary = Dictionary.read();

    /**
     * Makes an ear.
     *
     * @param bot in English
     * @param bands which kinds of audio it shall hear
     * @throws UnspeakableException if nothing can be said to the bot
     */
    public Ear compile(TrainingSet bot, Set<Band> bands) throws IOException {
        if (!bot.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            throw new UnspeakableException("the bot speaks " + bot.locale().toLanguageTag()
                    + "; the recogniser that comes along hears English only");
        }
        Pronunciations pronunciations = new Pronunciations(dictionary, model.phones());
        DecodingGraph graph = GraphBuilder.build(model, BotGrammar.of(bot, pronunciations), pronunciations);
        if (graph.words().size() == 1) {
            throw new UnspeakableException("the bot has no sample utterance that can be heard");
        }
        Map<Band, Hearings> hearings = new EnumMap<>(Band.class);
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            for (Band band : bands) {
                hearings.put(band, load(band, graph, folder.path()));
            }
        } catch (IOException | RuntimeException e) {
            hearings.values().forEach(Hearings::close);
            throw e;
        }
        return new Ear(hearings, graph.words(), bot.locale());
    }

    private Hearings load(Band band, DecodingGraph graph, Path folder) throws IOException {
        AcousticSet clear = band == Band.WIDE ? sets.clear() : sets.clearTelephone();
        AcousticSet noisy = band == Band.WIDE ? sets.noisy() : sets.noisyTelephone();
        String name = band.name().toLowerCase(Locale.ROOT);
        Path clearFolder = folder.resolve(name + "-clear");
        Path noisyFolder = folder.resolve(name + "-noisy");
        VoskFolder.write(clearFolder, model, clear, graph, BETTER_THAN_ANYTHING);
        VoskFolder.write(noisyFolder, model, noisy, graph, BETTER_THAN_ANYTHING);
        VoskModel loaded = VoskModel.load(clearFolder);
        try {
            TurnFrontEnd frontEnd = new TurnFrontEnd(band, sets.target(band.cepstrum()));
            return new Hearings(frontEnd, loaded, VoskModel.load(noisyFolder));
        } catch (RuntimeException e) {
            loaded.close();
            throw e;
        }
    }
}
