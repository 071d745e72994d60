package dev.sotto.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentSourceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void makesACertificateOnceAndKeepsItForItselfAlone() throws Exception {
        Path state = directory.resolve("not/there/yet");

        ServerIdentity first = load(state, NOW);
        ServerIdentity second = load(state, NOW.plus(Duration.ofDays(300)));

        assertThat(second.chain()).isEqualTo(first.chain());
        Path file = state.resolve("development.pem");
        assertThat(Certificates.developmentFile(state)).isEqualTo(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var all = Files.list(state)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void makesANewOneBeforeTheOldOneExpires() {
        ServerIdentity first = load(directory, NOW);

        ServerIdentity second = load(directory, NOW.plus(Duration.ofDays(336)));

        assertThat(second.chain()).isNotEqualTo(first.chain());
    }

    @Test
    void replacesOneThatIsDamagedOrOpenToOthers() throws Exception {
        ServerIdentity first = load(directory, NOW);
        Path file = directory.resolve("development.pem");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        ServerIdentity second = load(directory, NOW);
        Files.writeString(file, "damaged");
        ServerIdentity third = load(directory, NOW);

        assertThat(second.chain()).isNotEqualTo(first.chain());
        assertThat(third.chain()).isNotEqualTo(second.chain());
        assertThat(load(directory, NOW).chain()).isEqualTo(third.chain());
    }

    @Test
    void saysWhereItCannotKeepIt() throws Exception {
        Path occupied = Files.createFile(directory.resolve("occupied"));
        Problems problems = new Problems();

        assertThat(new DevelopmentSource(occupied).load(NOW, problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Problem::code).containsExactly("tls.development_unwritable");
    }

    private static ServerIdentity load(Path state, Instant now) {
        Problems problems = new Problems();
        ServerIdentity identity =
                new DevelopmentSource(state).load(now, problems).orElseThrow();
        assertThat(problems.isEmpty()).isTrue();
        return identity;
    }
}
