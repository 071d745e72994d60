package dev.sotto.speech.embedded;

import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.frontend.RunningFrontEnd;
import dev.sotto.speech.frontend.TurnFrontEnd;
import dev.sotto.speech.vosk.VoskDecoder;
import dev.sotto.speech.vosk.VoskModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The models that are loaded, of any ears: each when it is first needed, checked before, and the ones that were used least
 * lately closed when there are too many. A model that a decoder uses is freed when that decoder is closed. Safe for many
 * threads; while one loads a model the others wait.
 */
public final class Shelf implements AutoCloseable {

    /** How much may be loaded, by the size of its files. */
    public static final long MAX_BYTES = 384L << 20;

    /** A model that can be loaded. */
    public interface Source {

        /** Returns where it lies. */
        Path folder();

        /** Returns how large its files are. */
        long bytes();

        /**
         * Looks at its files and loads it.
         *
         * @throws DamagedEarException if it is not what was written
         */
        VoskModel load();
    }

    private record Loaded(VoskModel model, long bytes) {}

    private final long most;
    private final Map<Path, EarManifest> manifests = new LinkedHashMap<>();
    private final Map<Path, Loaded> models = new LinkedHashMap<>(16, 0.75f, true);
    private final AtomicLong bytes = new AtomicLong();

    public Shelf() {
        this(MAX_BYTES);
    }

    Shelf(long most) {
        this.most = most;
    }

    /** Returns how much is loaded, by the size of its files. Does not wait for what is being loaded. */
    public long bytes() {
        return bytes.get();
    }

    /** Returns the front end of an ear for one kind of audio. */
    synchronized TurnFrontEnd frontEnd(Path ear, Band band) {
        return new TurnFrontEnd(band, manifest(ear).target(band));
    }

    /** Returns a new front end of an ear for words that are shown while somebody speaks. */
    synchronized RunningFrontEnd runningFrontEnd(Path ear, Band band) {
        return new RunningFrontEnd(band, manifest(ear).target(band));
    }

    /** Returns whether an ear hears a kind of audio. */
    synchronized boolean hears(Path ear, Band band) {
        return manifest(ear).targets().containsKey(band);
    }

    /**
     * Returns a new decoder.
     *
     * @throws DamagedEarException if the model is not what was written
     */
    synchronized VoskDecoder decoder(EarPart part, Band band, boolean noisy) {
        String name = part.model(band, noisy);
        return decoder(new OfEar(part.ear(), name), VoskModel::decoder);
    }

    /**
     * Returns a new decoder of a model.
     *
     * @param opener makes one of it
     * @throws DamagedEarException if the model is not what was written
     */
    public synchronized VoskDecoder decoder(Source source, Function<VoskModel, VoskDecoder> opener) {
        Loaded loaded = models.get(source.folder());
        if (loaded == null) {
            loaded = new Loaded(source.load(), source.bytes());
            models.put(source.folder(), loaded);
            bytes.addAndGet(loaded.bytes());
        }
        VoskDecoder decoder = opener.apply(loaded.model());
        makeRoom();
        return decoder;
    }

    private final class OfEar implements Source {

        private final Path ear;
        private final String name;

        OfEar(Path ear, String name) {
            this.ear = ear;
            this.name = name;
        }

        @Override
        public Path folder() {
            return ear.resolve(name);
        }

        @Override
        public long bytes() {
            return manifest(ear).size(name + "/");
        }

        @Override
        public VoskModel load() {
            manifest(ear).check(ear, name + "/");
            return VoskModel.load(folder());
        }
    }

    @Override
    public synchronized void close() {
        List<Loaded> all = new ArrayList<>(models.values());
        models.clear();
        bytes.set(0);
        all.forEach(loaded -> loaded.model().close());
    }

    private EarManifest manifest(Path ear) {
        EarManifest known = manifests.get(ear);
        if (known == null) {
            if (manifests.size() >= EarStore.MAX_EARS) {
                manifests.clear();
            }
            known = EarManifest.read(ear);
            manifests.put(ear, known);
        }
        return known;
    }

    private void makeRoom() {
        Iterator<Loaded> oldestFirst = models.values().iterator();
        while (bytes.get() > most && models.size() > 1) {
            Loaded oldest = oldestFirst.next();
            oldestFirst.remove();
            bytes.addAndGet(-oldest.bytes());
            oldest.model().close();
        }
    }
}
