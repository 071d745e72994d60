package dev.sotto.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {

    @TempDir
    private Path folder;

    @Test
    void writesAFileInAFolderThatIsMissing() throws IOException {
        Path file = folder.resolve("new/a");

        WholeFile.write(file, "one");
        WholeFile.write(file, "two");

        assertThat(file).hasContent("two");
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
    }

    @Test
    void leavesWhatWasThereIfTheNewContentFails() throws IOException {
        Path file = folder.resolve("a");
        WholeFile.write(file, "one");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(1);
                    throw new IOException("full");
                }))
                .hasMessage("full");

        assertThat(file).hasContent("one");
        assertThat(folder.toFile().list()).containsExactly("a");
    }

    @Test
    void removesAFolderAndWhatIsInItButNotWhatALinkLeadsTo() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "kept");
        Path whole = Files.createDirectories(folder.resolve("whole"));
        WholeFile.write(whole.resolve("in/a"), "one");
        Files.createSymbolicLink(whole.resolve("link"), elsewhere);

        Folders.remove(whole);

        assertThat(whole).doesNotExist();
        assertThat(elsewhere).hasContent("kept");
        assertThatCode(() -> Folders.remove(whole)).doesNotThrowAnyException();
    }

    @Test
    void sealsSizeAndSum() throws IOException {
        // RFC 3720, B.4, has the sum of 32 zeros.
        Path file = Files.write(folder.resolve("a"), new byte[32]);

        FileSeal seal = FileSeal.of(file);

        assertThat(seal).hasToString("32 8a9136aa").isEqualTo(FileSeal.parse("32", "8a9136aa"));
        Files.write(file, new byte[33]);
        assertThat(FileSeal.of(file)).isNotEqualTo(seal);
    }
}
