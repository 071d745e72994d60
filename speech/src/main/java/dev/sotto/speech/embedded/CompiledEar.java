package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import dev.sotto.speech.frontend.Band;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An ear on disk: which words it knows and where its models lie. Reading one takes milliseconds, for the models are
 * neither read nor checked before somebody listens with them. Immutable.
 */
public final class CompiledEar {

    private static final Set<Integer> RATES = Set.of(8_000, 16_000, 24_000, 44_100, 48_000);

    private final Path folder;
    private final EarManifest manifest;
    private final Map<String, List<String>> words;

    private CompiledEar(Path folder, EarManifest manifest, Map<String, List<String>> words) {
        this.folder = folder;
        this.manifest = manifest;
        this.words = Map.copyOf(words);
    }

    /**
     * Reads an ear.
     *
     * @throws DamagedEarException if there is none, one of another version, or one that is not what was written
     */
    public static CompiledEar read(Path folder) {
        EarManifest manifest = EarManifest.read(folder);
        Map<String, List<String>> words = new HashMap<>();
        manifest.parts().forEach((name, count) -> {
            EarPart part = new EarPart(folder, name, count);
            manifest.check(folder, part.wordsFile());
            try {
                words.put(name, Files.readAllLines(folder.resolve(part.wordsFile())));
            } catch (IOException e) {
                throw new DamagedEarException("it lacks " + part.wordsFile());
            }
        });
        if (!words.containsKey(EarPart.MAIN)) {
            throw new DamagedEarException("it has no words");
        }
        return new CompiledEar(folder, manifest, words);
    }

    /** Returns where it lies. */
    public Path folder() {
        return folder;
    }

    /** Returns the language it hears. */
    public Locale locale() {
        return manifest.locale();
    }

    /** Returns what it hears: audio of one channel, of each rate that its models serve. */
    public Capabilities capabilities() {
        Set<AudioFormat> formats = new HashSet<>();
        for (int rate : RATES) {
            if (manifest.targets().containsKey(Band.of(rate))) {
                for (AudioFormat.Encoding encoding : EnumSet.allOf(AudioFormat.Encoding.class)) {
                    formats.add(new AudioFormat(encoding, rate, 1));
                }
            }
        }
        return new Capabilities(Set.of(locale()), formats, Set.of());
    }

    /** Returns the parts to listen with, the one that is tried first in front. */
    public List<EarPart> parts(Hints hints) {
        Objects.requireNonNull(hints);
        return List.of(part(EarPart.MAIN));
    }

    /**
     * Returns words by their numbers.
     *
     * @throws IllegalArgumentException for a number that no word has
     */
    public List<String> words(EarPart part, List<Integer> numbers) {
        List<String> all = words.getOrDefault(part.name(), List.of());
        for (int number : numbers) {
            if (number < 1 || number >= all.size()) {
                throw new IllegalArgumentException("a word that the ear does not have");
            }
        }
        return numbers.stream().map(number -> all.get(number - 1)).toList();
    }

    private EarPart part(String name) {
        return new EarPart(folder, name, Objects.requireNonNull(manifest.parts().get(name)));
    }
}
