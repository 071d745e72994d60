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
            decoder.accept(Samples.nearest(Samples.decode(Elocution.FORMAT, chunk)));
            List<Integer> unused = decoder.partial();
            assert unused != null;
        }

        @Override
        public void sentenceOver() {
            List<Integer> unused = decoder.finish();
            assert unused != null;
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
