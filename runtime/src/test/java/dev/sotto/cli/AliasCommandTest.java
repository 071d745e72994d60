package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AliasCommandTest {

    private static final String OLD = "0123456789abcdef0123456789abcdef";
    private static final String NEW = "fedcba9876543210fedcba9876543210";

    @TempDir
    private Path temp;

    private Path config;

    @BeforeEach
    void keepTwoVersions() throws IOException {
        config = Files.writeString(temp.resolve("server.yaml"), "storage: { directory: " + temp + "/state }\n");
        for (String id : List.of(OLD, NEW)) {
            Files.createDirectories(temp.resolve("state/versions/bank").resolve(id));
        }
        Path aliases = Files.createDirectories(temp.resolve("state/aliases/bank"));
        Files.writeString(aliases.resolve("live"), NEW + "\n");
        Files.writeString(aliases.resolve("latest"), NEW + "\n");
    }

    @Test
    void listsAliasesAndVersions() throws IOException {
        CommandRun run = run("--json", "bank");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        JsonNode listed = new ObjectMapper().readTree(run.out().get(0));
        assertThat(listed.path("aliases").path("live").asText()).isEqualTo(NEW);
        assertThat(listed.path("versions")).hasSize(2);
        assertThat(run("bank").out()).contains("live        " + NEW);
    }

    @Test
    void movesAnAliasToAVersionByItsFirstDigits() {
        CommandRun run = run("bank", "live", "0123");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(temp.resolve("state/aliases/bank/live")).hasContent(OLD);
        assertThat(temp.resolve("state/aliases/bank")).isDirectoryNotContaining("glob:**/.part*");
    }

    @Test
    void movesAnAliasToWhereAnotherOneIsAndTakesItAway() {
        assertThat(run("bank", "next", "latest").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(temp.resolve("state/aliases/bank/next")).hasContent(NEW);

        assertThat(run("bank", "next", "--remove").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(temp.resolve("state/aliases/bank/next")).doesNotExist();
    }

    @Test
    void refusesWhatCannotBeMeantAndMovesNothing() {
        assertThat(run("bnak").err()).anyMatch(line -> line.contains("did you mean bank?"));
        for (List<String> wrong : List.of(
                List.of("bank", "live"),
                List.of("bank", "live", "77777"),
                List.of("bank", "live", "012"),
                List.of("bank", "live", "--remove"),
                List.of("bank", "latest", "0123"),
                List.of("bank", "../live", "0123"))) {
            CommandRun run = run(wrong.toArray(new String[0]));

            assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
            assertThat(run.err()).isNotEmpty();
        }
        assertThat(temp.resolve("state/aliases/bank/live")).hasContent(NEW);
    }

    private CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("alias", "--config", config.toString()));
        all.addAll(List.of(arguments));
        return CommandRun.of(all.toArray(new String[0]));
    }
}
