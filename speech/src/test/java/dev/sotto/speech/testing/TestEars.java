package dev.sotto.speech.testing;

import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.embedded.CompiledEar;
import dev.sotto.speech.embedded.EarStore;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.graph.Lexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Ears for tests, each compiled once, in a folder that goes when the tests end. */
public final class TestEars {

    private static final Path DIRECTORY = directory();
    private static final EarStore STORE = new EarStore(DIRECTORY);

    private TestEars() {}

    /** Returns the ear of the bot that sells tea. */
    public static CompiledEar tea() {
        return of(TeaBot.taught());
    }

    /** Returns the ear of a bot, for all kinds of audio. */
    public static CompiledEar of(TrainingSet bot) {
        try {
            return STORE.ear(bot, Lexicon.NONE, EnumSet.allOf(Band.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where the ears lie. */
    public static Path where() {
        return DIRECTORY;
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("sotto-test-ears-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> paths = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
