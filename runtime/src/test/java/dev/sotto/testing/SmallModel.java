package dev.sotto.testing;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.audio.WavFile;
import dev.sotto.speech.flite.FliteSynthesizer;
import dev.sotto.speech.graph.BotGrammar;
import dev.sotto.speech.graph.DecodingGraph;
import dev.sotto.speech.graph.Dictionary;
import dev.sotto.speech.graph.GraphBuilder;
import dev.sotto.speech.graph.Pronunciations;
import dev.sotto.speech.model.AcousticSets;
import dev.sotto.speech.model.SphinxModel;
import dev.sotto.speech.vosk.VoskFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A model in the layout of Vosk's own, with a static graph of two sentences, and a recording of one of them. */
public final class SmallModel {

    /** What the recording says. */
    public static final String SAID = "when does the shop open";

    private static final int RATE = 16_000;
    private static final int SILENCE = RATE;

    private SmallModel() {}

    /** Writes the model to a folder. */
    public static Path write(Path folder) throws IOException {
        SphinxModel sphinx = SphinxModel.read();
        Pronunciations pronunciations = new Pronunciations(Dictionary.read(), sphinx.phones());
        TrainingSet.Intent intent = new TrainingSet.Intent(
                new IntentName("hours"), List.of(Example.of(SAID), Example.of("a pot of green tea please")), Map.of());
        DecodingGraph graph = GraphBuilder.build(
                sphinx,
                BotGrammar.of(new TrainingSet(Locale.US, List.of(intent), List.of(), 0.5), pronunciations),
                pronunciations);
        VoskFolder.write(folder, sphinx, new AcousticSets(sphinx).of(AcousticSets.Kind.CLEAR), graph, -2);
        StringBuilder words = new StringBuilder("<eps> 0\n");
        for (int i = 1; i < graph.words().size(); i++) {
            words.append(graph.words().get(i - 1)).append(' ').append(i).append('\n');
        }
        words.append("[unk] ").append(graph.words().size()).append('\n');
        Files.writeString(folder.resolve("graph/words.txt"), words);
        return folder;
    }

    /** Writes the recording. */
    public static Path recording(Path file) throws IOException {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        audio.writeBytes(new byte[SILENCE]);
        FliteSynthesizer synthesizer = new FliteSynthesizer(1);
        synthesizer.speak(
                new Phrase(new Saying(SAID), 1, Duration.ofMillis(100)),
                synthesizer.voices().get(0),
                AudioFormat.linear(RATE),
                frame -> {
                    audio.writeBytes(frame.audio());
                    return FrameSink.Next.MORE;
                });
        audio.writeBytes(new byte[SILENCE]);
        return Files.write(file, WavFile.write(AudioFormat.linear(RATE), audio.toByteArray()));
    }
}
