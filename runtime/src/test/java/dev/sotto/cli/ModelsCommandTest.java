package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.testing.SmallModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelsCommandTest {

    @TempDir
    private static Path temporary;

    private static Path model;

    @TempDir
    private Path storage;

    @BeforeAll
    static void write() throws IOException {
        model = SmallModel.write(temporary.resolve("vosk-model-small-en-us-0.1"));
    }

    private CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "models";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--storage";
        all[arguments.length + 2] = storage.toString();
        return CommandRun.of(all);
    }

    private static JsonNode object(CommandRun run) throws IOException {
        assertThat(run.out()).hasSize(1);
        return new ObjectMapper().readTree(run.out().get(0));
    }

    @Test
    void tellsAboutAModelThatItInstalls() throws IOException {
        CommandRun run = run("install", model.toString(), "--licence", "MIT", "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        JsonNode told = object(run);
        assertThat(told.path("name").asText()).isEqualTo("vosk-model-small-en-us-0.1");
        assertThat(told.path("locale").asText()).isEqualTo("en-US");
        assertThat(told.path("licence").asText()).isEqualTo("MIT");
        assertThat(told.path("kind").asText()).isEqualTo("static-graph");
        assertThat(told.path("grammar").isBoolean()).isTrue();
        assertThat(told.path("grammar").asBoolean()).isFalse();
        assertThat(told.path("hash").asText()).startsWith("sha256:");
    }

    @Test
    void listsWhatIsInstalled() throws IOException {
        run("install", model.toString());

        assertThat(object(run("list", "--json")).path("name").asText()).isEqualTo("vosk-model-small-en-us-0.1");
    }

    @Test
    void saysThatNoneIsInstalled() {
        CommandRun run = run("list");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotEmpty();
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        Path other = Files.writeString(storage.resolve("other.zip"), "no zip file");

        CommandRun run = run("install", other.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).singleElement().asString().contains("model.foreign_file", "other.zip");
    }

    @Test
    void findsADamagedModel() throws IOException {
        run("install", model.toString(), "--name", "mine");
        Path file = storage.resolve("speech-models/mine/model/conf/model.conf");
        Files.writeString(file, Files.readString(file) + "--beam=3\n");

        CommandRun run = run("verify", "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FALLS_SHORT);
        assertThat(object(run).path("code").asText()).isEqualTo("model.changed");
        assertThat(object(run).path("file").asText()).isEqualTo("conf/model.conf");
    }

    @Test
    void verifiesASoundModel() {
        run("install", model.toString());

        CommandRun run = run("verify", "vosk-model-small-en-us-0.1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void removesAModel() {
        run("install", model.toString(), "--name", "mine");

        assertThat(run("remove", "mine").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run("list").out()).isEmpty();
    }

    @Test
    void namesTheNearestModelThatThereIs() {
        run("install", model.toString(), "--name", "mine");

        CommandRun run = run("remove", "mime");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).singleElement().asString().contains("did you mean mine?");
    }

    @Test
    void tellsWhatAModelHeardInAProcessOfItsOwn() throws IOException {
        run("install", model.toString(), "--name", "mine");

        CommandRun run = run(
                "test",
                "mine",
                SmallModel.recording(temporary.resolve("said.wav")).toString(),
                "--json");

        JsonNode told = object(run);
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(told.path("heard").get(0).path("heard").asText()).isEqualTo(SmallModel.SAID);
        assertThat(told.path("resident_mib").asLong()).isPositive();
        assertThat(told.path("load_ms").asLong()).isPositive();
        assertThat(told.path("rtf").asDouble()).isPositive();
    }

    @Test
    void fallsShortIfAModelHearsHardlyAnyOfWhatIsSpokenToIt() {
        run("install", model.toString(), "--name", "mine");

        CommandRun run = run("test", "mine");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FALLS_SHORT);
        assertThat(run.out()).anyMatch(line -> line.contains("what time does the next train leave ->"));
    }

    @Test
    void takesNoGrammarForAStaticGraph() {
        run("install", model.toString(), "--name", "mine");

        CommandRun run = run("test", "mine", "--phrase", "yes please");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).anyMatch(line -> line.contains("static"));
    }

    @Test
    void asksForRecordingsInALanguageThatNobodyHereSpeaks() {
        run("install", model.toString(), "--name", "mine", "--locale", "de");

        CommandRun run = run("test", "mine");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).anyMatch(line -> line.contains("WAV"));
    }
}
