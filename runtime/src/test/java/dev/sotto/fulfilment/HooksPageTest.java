package dev.sotto.fulfilment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.config.AddressRange;
import dev.sotto.config.HookHost;
import dev.sotto.config.LimitsConfig;
import dev.sotto.config.ServerConfig;
import dev.sotto.lex.LexHookJson;
import dev.sotto.lex.LexMessage;
import dev.sotto.lex.MalformedAnswerException;
import dev.sotto.metrics.Metrics;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.Secret;
import dev.sotto.time.VertxTimers;
import dev.sotto.turn.HookAnswer;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page about hooks shows is what happens. Its programs are run as they stand there, if the machine can. */
final class HooksPageTest {

    private static final String HOST = "hook.test";

    private static final Path PAGE = Path.of("..", "docs", "hooks.md");

    @TempDir
    static Path directory;

    private static TestCertificate certificate;

    @BeforeAll
    static void begin() throws IOException, GeneralSecurityException {
        certificate = TestCertificate.of(directory, HOST);
    }

    @ParameterizedTest
    @CsvSource({"python, py, python3", "js, js, node"})
    void showsAHookThatWorksAndTrustsOnlyTheSecret(String language, String ending, String program) throws IOException {
        assumeTrue(isInstalled(program), program + " is not installed");
        List<String> programs = examples(language);
        Files.writeString(directory.resolve("handler." + ending), programs.get(0));
        Path script = Files.writeString(directory.resolve("hook." + ending), programs.get(programs.size() - 1));
        Vertx vertx = Vertx.vertx();
        Process hook = start(program, script);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(hook.getInputStream(), UTF_8))) {
            int port = Integer.parseInt(lines.readLine().replace("listening on ", ""));

            assertThat(call(vertx, port, "shared"))
                    .isInstanceOfSatisfying(
                            HookAnswer.Answered.class,
                            answered -> assertThat(answered.response().messages())
                                    .containsExactly(new LexMessage(new Saying("Done."))));
            assertThat(call(vertx, port, "wrong")).isEqualTo(new HookAnswer.Failed(HookAnswer.Failure.UNAVAILABLE));
        } finally {
            hook.destroyForcibly();
            Waiting.on(vertx.close());
        }
    }

    @Test
    void showsAHandlerThatTheTestsUse() throws IOException {
        String handler = Files.readString(Path.of("src/test/java/dev/sotto/fulfilment/GreetingHandler.java"));

        assertThat(examples("java"))
                .containsExactly(handler.replace("package dev.sotto.fulfilment;", "package com.example;"));
    }

    @Test
    void explainsEveryFlawOfAnAnswer() throws IOException {
        assertThat(MalformedAnswerException.Flaw.values())
                .allSatisfy(flaw -> assertThat(Files.readString(PAGE)).contains("`" + flaw.code() + "`"));
    }

    @Test
    void showsAnAnswerThatIsUnderstood() throws IOException {
        String answer = examples("json").get(1);

        assertThat(LexHookJson.read(answer.getBytes(UTF_8)).messages()).hasSize(1);
    }

    @Test
    void showsAnEventWithTheMembersThatAreSent() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode shown = mapper.readTree(examples("json").get(0));
        JsonNode sent = mapper.readTree(LexHookJson.write(HooksTest.event("words", 1), HooksTest.ORIGIN.toLex()));

        assertThat(shown.fieldNames())
                .toIterable()
                .filteredOn(name -> !name.equals("invocationLabel"))
                .containsExactlyElementsOf(() -> sent.fieldNames());
        assertThat(shown.get("bot").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> sent.get("bot").fieldNames());
    }

    private static HookAnswer call(Vertx vertx, int port, String secret) {
        Hooks hooks = new Hooks(
                vertx,
                new ServerConfig.Hooks(
                        List.of(new HookHost(HOST, port)),
                        List.of(AddressRange.parse("127.0.0.1").orElseThrow()),
                        Optional.of(new Secret(secret)),
                        Optional.of(certificate.certificate()),
                        Optional.empty()),
                new LimitsConfig.Hooks(1, 5, Duration.ofSeconds(30), 1),
                new VertxTimers(vertx),
                new Metrics(),
                event -> {},
                host -> List.of(InetAddress.getLoopbackAddress()));
        HookAnswer answer =
                Waiting.on(hooks.call(HooksTest.ORIGIN, HooksTest.patientCall("https://" + HOST + ":" + port + "/")));
        Waiting.on(hooks.close());
        return answer;
    }

    private static Process start(String program, Path script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program, script.toString())
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOOK_SECRET", "shared");
        builder.environment().put("HOOK_CERT", certificate.certificate().toString());
        builder.environment().put("HOOK_KEY", certificate.key().toString());
        builder.environment().put("HOOK_HOST", "127.0.0.1");
        builder.environment().put("HOOK_PORT", "0");
        return builder.start();
    }

    private static boolean isInstalled(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> examples(String language) throws IOException {
        String page = Files.readString(PAGE);
        String fence = "```" + language + "\n";
        List<String> examples = new ArrayList<>();
        for (int at = page.indexOf(fence); at >= 0; at = page.indexOf(fence, at + 1)) {
            int begin = at + fence.length();
            examples.add(page.substring(begin, page.indexOf("```", begin)));
        }
        return examples;
    }
}
