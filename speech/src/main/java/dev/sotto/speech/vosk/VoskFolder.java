package dev.sotto.speech.vosk;

import dev.sotto.speech.graph.DecodingGraph;
import dev.sotto.speech.model.AcousticSet;
import dev.sotto.speech.model.SphinxModel;
import dev.sotto.speech.spectrum.Cepstrum;
import dev.sotto.speech.spectrum.MelBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a model folder of libvosk: one way of hearing, for one bot. Always the same bytes for the same input. */
public final class VoskFolder {

    private VoskFolder() {}

    /**
     * Writes the folder, whose files are made anew.
     *
     * @param otherSpeech how much likelier, for each frame, other speech is taken to be than the bot's, in nats of the
     *     acoustic score
     */
    public static void write(Path folder, SphinxModel model, AcousticSet set, DecodingGraph graph, double otherSpeech)
            throws IOException {
        for (String part : new String[] {"am", "conf", "graph"}) {
            Files.createDirectories(folder.resolve(part));
        }
        Senones senones = new Senones(graph, model.phones());
        AcousticFile.write(folder.resolve("am/final.mdl"), model, set, senones);
        GraphFile.write(folder.resolve("graph/HCLG.fst"), graph, senones, (float) (otherSpeech * set.acousticScale()));
        Files.writeString(folder.resolve("graph/words.txt"), words(graph.words().size()));
        Files.writeString(folder.resolve("conf/mfcc.conf"), frontEnd(set.cepstrum()));
        Files.writeString(folder.resolve("conf/model.conf"), decoding(model, set));
    }

    /** Words are named by their numbers: what native code does not know it cannot print. */
    private static String words(int count) {
        StringBuilder lines = new StringBuilder("<eps> 0\n");
        for (int i = 1; i <= count; i++) {
            lines.append(i).append(' ').append(i).append('\n');
        }
        lines.append("#0 ").append(count + 1).append('\n');
        lines.append("<s> ").append(count + 2).append('\n');
        lines.append("</s> ").append(count + 3).append('\n');
        return lines.toString();
    }

    private static String frontEnd(Cepstrum cepstrum) {
        double low = cepstrum.first() == 0 ? 130 : MelBank.centre(cepstrum.first() - 1);
        int end = cepstrum.first() + cepstrum.bands();
        double high = end == MelBank.BANDS ? 6_800 : MelBank.centre(end);
        return String.format(Locale.ROOT, """
                --sample-frequency=16000
                --frame-length=25.625
                --frame-shift=10
                --low-freq=%.3f
                --high-freq=%.3f
                --num-mel-bins=%d
                --num-ceps=13
                --cepstral-lifter=22
                --window-type=hamming
                --preemphasis-coefficient=0.97
                --use-energy=false
                --dither=0
                --remove-dc-offset=false
                --allow-upsample=false
                --allow-downsample=false
                """, low, high, cepstrum.bands());
    }

    /** When a turn ends is not for the engine to say: its own rules are put out of reach. */
    private static String decoding(SphinxModel model, AcousticSet set) {
        return String.format(
                Locale.ROOT,
                """
                --min-active=200
                --max-active=4000
                --beam=%.1f
                --lattice-beam=4
                --acoustic-scale=%.2f
                --frame-subsampling-factor=1
                --endpoint.silence-phones=%d
                --endpoint.rule1.min-trailing-silence=1000
                --endpoint.rule2.min-trailing-silence=1000
                --endpoint.rule3.min-trailing-silence=1000
                --endpoint.rule4.min-trailing-silence=1000
                --endpoint.rule5.min-utterance-length=1000
                """,
                set.beam(),
                set.acousticScale(),
                model.phones().silence() + 1);
    }
}
