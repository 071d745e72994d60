package dev.sotto.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityFilesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

    private PemFiles files;

    @BeforeEach
    void prepare() {
        files = new PemFiles(directory);
    }

    @Test
    void readsAPairThatBelongsTogether() {
        ServerIdentity written = files.writePair(NOW);

        ServerIdentity read = IdentityFiles.read(files.certificate(), files.key(), NOW, new Problems())
                .orElseThrow();

        assertThat(read.chain()).isEqualTo(written.chain());
        assertThat(read.key()).isEqualTo(written.key());
        assertThat(read.toString()).doesNotContain(read.key().toString());
    }

    @Test
    void refusesACertificateBeforeAndAfterItsTime() {
        files.writePair(NOW);

        assertThat(codes(NOW.minus(Duration.ofDays(1)))).containsExactly("tls.certificate_not_yet_valid");
        assertThat(codes(NOW.plus(Duration.ofDays(366)))).containsExactly("tls.certificate_expired");
    }

    @Test
    void tellsOfBothFilesAtOnce() {
        assertThat(codes(NOW)).containsExactlyInAnyOrder("tls.certificate_unreadable", "tls.key_missing");
    }

    @Test
    void refusesACertificateThatIsNone() {
        files.writePair(NOW);

        files.writeCertificate("hello");
        assertThat(codes(NOW)).containsExactly("tls.certificate_malformed");

        files.writeCertificate(Pem.write(Pem.CERTIFICATE, new byte[] {1, 2, 3}));
        assertThat(codes(NOW)).containsExactly("tls.certificate_malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA PRIVATE KEY,tls.key_format",
        "EC PRIVATE KEY,tls.key_format",
        "ENCRYPTED PRIVATE KEY,tls.key_format",
        "PRIVATE KEY,tls.key_malformed",
        "PUBLIC KEY,tls.key_malformed"
    })
    void refusesAKeyThatItCannotUse(String label, String code) {
        files.writePair(NOW);

        files.writeKey(Pem.write(label, new byte[] {1, 2, 3}));

        assertThat(codes(NOW)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void refusesTheKeyOfAnotherCertificate(String algorithm) throws Exception {
        files.writePair(NOW);
        PrivateKey other =
                KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();

        files.writeKey(Pem.write(Pem.KEY, other.getEncoded()));

        assertThat(codes(NOW)).containsExactly("tls.key_mismatch");
    }

    @Test
    void refusesAKeyThatOthersMayRead() {
        files.writePair(NOW);
        files.mode("rw-r--r--");

        assertThat(codes(NOW)).containsExactly("tls.key_mode");
    }

    @Test
    void neverThrowsWhateverTheFilesHold() throws Exception {
        files.writePair(NOW);
        String certificate = Files.readString(files.certificate());
        String key = Files.readString(files.key().path());
        Random random = new Random(7);

        for (int round = 0; round < 200; round++) {
            files.writeCertificate(mutated(certificate, random));
            files.writeKey(mutated(key, random));
            Problems problems = new Problems();
            Optional<ServerIdentity> identity = IdentityFiles.read(files.certificate(), files.key(), NOW, problems);
            assertThat(identity.isPresent()).isEqualTo(problems.isEmpty());
            assertThat(problems.sorted().toString()).doesNotContain(key.substring(40, 60));
        }
    }

    private List<String> codes(Instant now) {
        Problems problems = new Problems();
        assertThat(IdentityFiles.read(files.certificate(), files.key(), now, problems))
                .isEmpty();
        return problems.sorted().stream().map(Problem::code).toList();
    }

    private static String mutated(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> changed.setCharAt(at, (char) (' ' + random.nextInt(95)));
            case 1 -> changed.delete(at, Math.min(text.length(), at + random.nextInt(200)));
            case 2 -> changed.insert(at, text);
            default -> changed.append(text, 0, at);
        }
        return changed.toString();
    }
}
