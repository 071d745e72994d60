package dev.sotto.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {

    @TempDir
    Path directory;

    @Test
    void tellsEachValueAndWhereItCameFrom() {
        Loading loading = new Loading(directory);
        loading.environment("SOTTO_LIMITS_IDLE", "90s").port(9000);

        Explanation explanation = loading.explain("limits:\n  frame: 32768B\n");

        assertThat(row(explanation, "listen.https")).isEqualTo("127.0.0.1:9000 --port");
        assertThat(row(explanation, "limits.idle")).isEqualTo("90s $SOTTO_LIMITS_IDLE");
        assertThat(row(explanation, "limits.frame")).isEqualTo("32KiB " + directory.resolve("server.yaml") + ":2:10");
        assertThat(row(explanation, "limits.lifetime")).isEqualTo("1h default");
        assertThat(row(explanation, "hooks.secret")).isEqualTo("- default");
        assertThat(explanation.text().lines()).hasSameSizeAs(Settings.all());
    }

    private static String row(Explanation explanation, String key) {
        return explanation.rows().stream()
                .filter(row -> row.key().equals(key))
                .map(row -> row.value() + " " + row.source())
                .findFirst()
                .orElseThrow();
    }
}
