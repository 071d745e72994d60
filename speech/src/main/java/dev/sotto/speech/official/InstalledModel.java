package dev.sotto.speech.official;

import java.nio.file.Path;

/** An installed model, as it was when it was installed. Immutable. */
public final class InstalledModel {

    private final Path folder;
    private final ModelManifest manifest;

    InstalledModel(Path folder, ModelManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** Returns where its files lie. */
    public Path folder() {
        return folder;
    }

    ModelManifest manifest() {
        return manifest;
    }

    /** Returns name, language and licence. */
    public ModelDescription description() {
        return manifest.description();
    }

    /** Returns how it knows which words follow each other. */
    public ModelKind kind() {
        return manifest.kind();
    }

    /** Returns how many samples a second it hears. */
    public int rate() {
        return manifest.rate();
    }

    /** Returns a hash over all of its files. */
    public String hash() {
        return manifest.hash();
    }

    /** Returns how large all of its files are together. */
    public long bytes() {
        return manifest.bytes();
    }
}
