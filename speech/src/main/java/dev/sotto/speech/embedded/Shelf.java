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

/**
 * The models that are loaded, of any ears: each when it is first needed, checked before, and the ones that were used least
 * lately closed when there are too many. A model that a decoder uses is freed when that decoder is closed. Safe for many
 * threads; while one loads a model the others wait.
 */
public final class Shelf implements AutoCloseable {

    /** How much may be loaded, by the size of its files. */
    public static final long MAX_BYTES = 384L << 20;

    private record Loaded(VoskModel model, long bytes) {}

    private final long most;
    private final Map<Path, EarManifest> manifests = new LinkedHashMap<>();
    private final Map<Path, Loaded> models = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    public Shelf() {
        this(MAX_BYTES);
    }

    Shelf(long most) {
        this.most = most;
    }

    /** Returns how much is loaded, by the size of its files. */
    public synchronized long bytes() {
        return bytes;
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
        Path folder = part.ear().resolve(name);
        Loaded loaded = models.get(folder);
        if (loaded == null) {
            EarManifest manifest = manifest(part.ear());
            manifest.check(part.ear(), name + "/");
            loaded = new Loaded(VoskModel.load(folder), manifest.size(name + "/"));
            models.put(folder, loaded);
            bytes += loaded.bytes();
        }
        VoskDecoder decoder = loaded.model().decoder();
        makeRoom();
        return decoder;
    }

    @Override
    public synchronized void close() {
        List<Loaded> all = new ArrayList<>(models.values());
        models.clear();
        bytes = 0;
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
        while (bytes > most && models.size() > 1) {
            Loaded oldest = oldestFirst.next();
            oldestFirst.remove();
            bytes -= oldest.bytes();
            oldest.model().close();
        }
    }
}
