package dev.sotto.browser;

import dev.sotto.access.NewApiKey;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.ScriptedSpeech;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chat page in Chromium, and a second client that was written from the protocol's page alone. */
class BrowserTest {

    private static final NewApiKey KEY = NewApiKey.named("second-client");

    @TempDir
    private static Path folder;

    private static final ScriptedSpeech SPEECH = new ScriptedSpeech(4);

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        copyBot(Path.of("..", "bots", "coffee"));
        copyBot(Path.of("src", "test", "resources", "browser", "markup"));
        server = RunningServer.with()
                .bots(folder)
                .speech(SPEECH)
                .key(KEY)
                .limit("tokens-per-address", "{ per-minute: 600, burst: 600 }")
                .limit("connections-per-address", "{ per-minute: 600, burst: 600 }")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void thePageHoldsInARealBrowser() throws InterruptedException, IOException, GeneralSecurityException {
        NodeScript.run(
                folder.resolve("page.log"),
                Duration.ofMinutes(4),
                Map.of(
                        "SOTTO_URL", server.url().toString(),
                        "SOTTO_SPKI", publicKeyHash(),
                        "NODE_EXTRA_CA_CERTS", server.certificate().toString()),
                List.of("--test", "--test-reporter=spec", "e2e/page.test.mjs"));
    }

    @Test
    void theWidgetSpeaksAndListensInARealBrowser() throws InterruptedException, IOException, GeneralSecurityException {
        NodeScript.run(
                folder.resolve("voice.log"),
                Duration.ofMinutes(4),
                Map.of(
                        "SOTTO_URL", server.url().toString(),
                        "SOTTO_SPKI", publicKeyHash(),
                        "NODE_EXTRA_CA_CERTS", server.certificate().toString()),
                List.of("--test", "--test-reporter=spec", "e2e/voice.test.mjs"));
    }

    @Test
    void theWidgetAndTheServerSpeakWithEachOther() throws InterruptedException, IOException, GeneralSecurityException {
        String words = "a large latte";
        SPEECH.ear.whileSpeaking(words);
        IntStream.range(0, 20).forEach(turn -> SPEECH.ear.then(words));

        NodeScript.run(
                folder.resolve("spoken.log"),
                Duration.ofMinutes(2),
                Map.of(
                        "SOTTO_URL", server.url().toString(),
                        "SOTTO_SPKI", publicKeyHash(),
                        "SOTTO_HEARD", words),
                List.of("--test", "--test-reporter=spec", "e2e/spoken.test.mjs"));
    }

    @Test
    void aSecondClientNeedsNothingButTheProtocolsPage() throws InterruptedException {
        NodeScript.run(
                folder.resolve("client.log"),
                Duration.ofMinutes(1),
                Map.of(
                        "SOTTO_URL", server.url().toString(),
                        "SOTTO_KEY", KEY.key().reveal(),
                        "NODE_EXTRA_CA_CERTS", server.certificate().toString()),
                List.of("e2e/node-client.mjs"));
    }

    /** What Chromium calls an SPKI: it accepts the server's certificate, and no other that it does not know. */
    private static String publicKeyHash() throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(server.certificate())) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            byte[] key = certificate.getPublicKey().getEncoded();
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        }
    }

    private static void copyBot(Path source) throws IOException {
        Path target = Files.createDirectory(folder.resolve(source.getFileName()));
        Files.copy(source.resolve("bot.yaml"), target.resolve("bot.yaml"));
    }
}
