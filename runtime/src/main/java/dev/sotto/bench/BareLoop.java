package dev.sotto.bench;

import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.vosk.VoskDecoder;
import dev.sotto.speech.vosk.VoskModel;
import dev.sotto.voice.Elocution;
import java.nio.file.Path;
import java.util.List;

/**
 * The peer: libvosk as its examples use it, every piece of audio decoded as it comes, silence too, and asked for the words
 * so far. Where a sentence is over it is told, which spares it an end of its own. Safe for many threads.
 */
final class BareLoop implements Hearing.Side, AutoCloseable {

    private final VoskModel model;

    /**
     * @param folder of the model that Sotto hears with too
     */
    BareLoop(Path folder) {
        this.model = VoskModel.load(folder);
    }

    @Override
    public String name() {
        return "libvosk";
    }

    @Override
    public Hearing open() {
        return new Loop(model.decoder());
    }

    @Override
    public void close() {
        model.close();
    }

    private record Loop(VoskDecoder decoder) implements Hearing {

        @Override
        public void hear(byte[] chunk) {
            double[] heard = Samples.decode(Elocution.FORMAT, chunk);
            short[] samples = new short[heard.length];
            for (int i = 0; i < heard.length; i++) {
                samples[i] = Samples.nearest(heard[i]);
            }
            decoder.accept(samples);
            check(decoder.partial());
        }

        @Override
        public void sentenceOver() {
            check(decoder.finish());
        }

        private static void check(List<Integer> words) {
            if (words.size() > Short.MAX_VALUE) {
                throw new IllegalStateException("more words than there can be");
            }
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
