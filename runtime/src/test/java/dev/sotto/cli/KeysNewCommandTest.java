package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.access.SecretHash;
import dev.sotto.sensitive.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysNewCommandTest {

    @TempDir
    private Path temp;

    @Test
    void makesAKeyThatItsHashBelongsTo() throws IOException {
        CommandRun run = CommandRun.of("keys", "new", "shop", "--json", "--scopes", "trace,payroll");

        JsonNode key = new ObjectMapper().readTree(run.out().get(0));
        Secret secret = new Secret(key.path("key").asText());
        assertThat(SecretHash.parse(key.path("hash").asText()).isOf(secret)).isTrue();
        assertThat(key.path("scopes")).extracting(JsonNode::asText).containsExactly("trace", "payroll");
    }

    @Test
    void printsLinesThatTheConfigurationTakesAsTheyAre() throws IOException {
        List<String> printed = CommandRun.of("keys", "new", "shop", "--scopes=trace", "--bots=bank,coffee")
                .out();
        Path file = temp.resolve("server.yaml");
        Files.writeString(file, "access:\n  api-keys:\n" + String.join("\n", printed.subList(3, printed.size())));

        CommandRun explained = CommandRun.of("config", "explain", "--config", file.toString());

        assertThat(explained.err()).isEmpty();
        assertThat(explained.out())
                .anyMatch(line -> line.startsWith("access.api-keys")
                        && line.contains("{id: shop, scopes: [trace], bots: [bank, coffee]}"));
        assertThat(explained.out()).noneMatch(line -> line.contains("sha256"));
    }

    @Test
    void refusesANameThatTheConfigurationWouldRefuse() {
        CommandRun run = CommandRun.of("keys", "new", "Shop!");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.out()).isEmpty();
    }
}
