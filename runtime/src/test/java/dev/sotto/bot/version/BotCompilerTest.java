package dev.sotto.bot.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotCompilerTest {

    private static final SourceFile SOURCE = new SourceFile(
            "bot.yaml", "bot: bank\nlocale: en-GB\nintents:\n  greet: { says: [hello], answer: Hello. }\n");

    @TempDir
    Path root;

    private BotsOnDisk disk;

    @BeforeEach
    void makeADirectory() throws IOException {
        disk = new BotsOnDisk(root);
    }

    @Test
    void trainsOnceAndTakesTheModelFromTheCacheAfterThat() {
        assertThat(compile(SOURCE)).isEqualTo(BotCompiler.Origin.TRAINED);
        assertThat(compile(SOURCE)).isEqualTo(BotCompiler.Origin.CACHED);
        assertThat(disk.engine.trained).hasValue(1);
    }

    @Test
    void givesTheSameSourceTheSameVersionEverywhere() throws IOException {
        BotsOnDisk elsewhere = new BotsOnDisk(Files.createDirectory(root.resolve("elsewhere")));

        assertThat(disk.compiler().idOf(written(SOURCE)))
                .isEqualTo(elsewhere.compiler().idOf(written(SOURCE)));
    }

    @Test
    void givesAnotherSourceAnotherVersion() {
        SourceFile other = new SourceFile("bot.yaml", SOURCE.text() + "# changed\n");

        assertThat(disk.compiler().idOf(written(SOURCE)))
                .isNotEqualTo(disk.compiler().idOf(written(other)));
    }

    @Test
    void givesAnotherTrainerAnotherVersion() {
        VersionId before = disk.compiler().idOf(written(SOURCE));
        disk.engine.changeFingerprint("2");

        assertThat(disk.compiler().idOf(written(SOURCE))).isNotEqualTo(before);
    }

    @Test
    void trainsAnewWhenTheCachedModelIsDamaged() throws IOException {
        compile(SOURCE);
        Path entry = entries().get(0);
        byte[] bytes = Files.readAllBytes(entry);
        bytes[bytes.length - 1] ^= 1;
        Files.write(entry, bytes);

        assertThat(compile(SOURCE)).isEqualTo(BotCompiler.Origin.TRAINED_ANEW);
        assertThat(compile(SOURCE)).isEqualTo(BotCompiler.Origin.CACHED);
    }

    @Test
    void trainsAnewWhenTheCachedModelIsCutShort() throws IOException {
        compile(SOURCE);
        Files.write(entries().get(0), new byte[] {1, 2, 3});

        assertThat(compile(SOURCE)).isEqualTo(BotCompiler.Origin.TRAINED_ANEW);
    }

    @Test
    void trainsAnewWhenTheEntryBelongsToAnotherVersion() throws IOException {
        compile(SOURCE);
        Path entry = entries().get(0);
        SourceFile other = new SourceFile("bot.yaml", SOURCE.text() + "# changed\n");
        VersionId id = disk.compiler().idOf(written(other));
        Files.copy(entry, disk.cache.resolve(id + ".model"));

        assertThat(compile(other)).isEqualTo(BotCompiler.Origin.TRAINED_ANEW);
    }

    @Test
    void compilesWithoutACacheThatCanBeWritten() throws IOException {
        Files.writeString(disk.cache, "a file where the directory should be");

        assertThat(compile(SOURCE)).isEqualTo(BotCompiler.Origin.TRAINED);
        assertThat(compile(SOURCE)).isEqualTo(BotCompiler.Origin.TRAINED);
    }

    @Test
    void keepsNoMoreModelsThanTheCacheHolds() throws IOException {
        ModelCache cache = new ModelCache(disk.cache);
        for (int i = 0; i < ModelCache.MAX_ENTRIES + 3; i++) {
            cache.write(new VersionId(String.format(Locale.ROOT, "%032x", i)), new byte[] {1});
        }

        assertThat(entries()).hasSize(ModelCache.MAX_ENTRIES);
    }

    @Test
    void leavesNoUnfinishedFileBehind() throws IOException {
        compile(SOURCE);

        assertThat(entries()).singleElement().satisfies(file -> assertThat(file).hasExtension("model"));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(disk.cache)) {
            return files.toList();
        }
    }

    private BotCompiler.Origin compile(SourceFile source) {
        BotCompiler.Compiled compiled = disk.compiler().compile(written(source));
        compiled.lease().close();
        return compiled.origin();
    }

    private static WrittenBot written(SourceFile source) {
        return WrittenBot.of(bot(source), source);
    }

    private static Bot bot(SourceFile source) {
        return BotReader.read(source, "bank", new Problems()).orElseThrow();
    }
}
