package dev.sotto.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.yaml.Problem;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the file holds, the answer is a configuration or problems with places, never an exception. */
class ConfigFuzzTest {

    private static final String WHOLE = """
            # a server
            listen: { https: "127.0.0.1:8443", management: 9443, tls: { certificate: /c.pem, key: file:/k.pem } }
            bots: { directory: bots, reload: watch }
            storage: { transcripts: none }
            limits: { sessions: 5000, idle: 5m, lifetime: 60m, frame: 16KiB, tokens-per-key: { burst: 3, per-minute: 9 } }
            access:
              api-keys:
                - { id: shop, hash: sha256:abab, scopes: [a, b], bots: [bank], expires: 2027-01-31 }
              origins: [https://shop.example]
              visitors: on
            hooks: { hosts: ["h.example:8443"], private-addresses: [10.0.0.0/8, ::1], secret: env:KEY }
            understanding: { threads: 2, engine: auto }
            """;

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        "- ",
        "\n",
        "\"",
        "'",
        "&a ",
        "*a",
        "!!java ",
        "|",
        ">",
        "?",
        "%",
        "\t",
        "~",
        "null",
        "\0",
        "\uD800",
        "\u2028",
        "é",
        "99999999999999999999",
        "-1",
        "..",
        "9e9",
        "0x10",
        "<<",
        "*",
        "/",
        "/33",
        "limits",
        "env:",
        "file:",
        "\uFEFF",
        "---\n",
        "...\n",
        "  "
    };

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverThrows(long seed) {
        Random random = new Random(seed);
        Loading loading = new Loading(directory);
        for (int round = 0; round < 80; round++) {
            for (Problem problem : loading.any(mutated(random)).sorted()) {
                assertThat(problem.code()).matches("[a-z_]+\\.[a-z_]+");
                assertThat(problem.position().line()).isPositive();
            }
        }
    }

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(WHOLE);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                default -> text.insert(at, text.substring(Math.max(0, at - random.nextInt(80)), end));
            }
        }
        // A file cannot hold half a character; everything else may stand in one.
        return text.toString().replace("\uD800", "\uFFFD");
    }
}
