package dev.sotto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.NewApiKey;
import dev.sotto.cli.InstalledSpeech;
import dev.sotto.sensitive.Saying;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.WavFile;
import dev.sotto.speech.script.ScriptRefusedException;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.ScriptedSpeech;
import dev.sotto.voice.Elocution;
import java.io.ByteArrayOutputStream;
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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chat page in Chromium, and a second client that was written from the protocol's page alone. */
class BrowserTest {

    private static final NewApiKey KEY = NewApiKey.named("second-client");

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        copyBot(Path.of("..", "bots", "coffee"), folder);
        copyBot(Path.of("src", "test", "resources", "browser", "markup"), folder);
        server = RunningServer.with()
                .bots(folder)
                .speech(new ScriptedSpeech(4))
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

    /** With the recogniser and the voice that come along. */
    @Test
    void theWidgetAndTheServerSpeakWithEachOther(@TempDir Path temp) throws Exception {
        String words = "what are your opening hours";
        Path recording = Files.write(temp.resolve("person.wav"), impatient(words));
        Path bots = Files.createDirectory(temp.resolve("bots"));
        copyBot(Path.of("..", "bots", "bank"), bots);
        try (RunningServer spoken =
                RunningServer.with().bots(bots).speech(InstalledSpeech::of).start()) {
            assertThat(RunningServer.await(spoken.server().voice())).isEmpty();

            NodeScript.run(
                    temp.resolve("spoken.log"),
                    Duration.ofMinutes(2),
                    Map.of(
                            "SOTTO_URL",
                            spoken.url().toString(),
                            "SOTTO_SPKI",
                            publicKeyHash(),
                            "SOTTO_RECORDING",
                            recording.toString(),
                            "SOTTO_HEARD",
                            words),
                    List.of("--test", "--test-reporter=spec", "e2e/spoken.test.mjs"));
        }
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

    /** Returns somebody who asks the same again and again, and waits for more of the answer each time, however slow the machine. */
    private static byte[] impatient(String words) throws ScriptRefusedException {
        byte[] spoken = Samples.encode(new Elocution().speak(new Saying(words), Locale.UK));
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        for (int millis : List.of(1_400, 2_000, 2_600)) {
            audio.writeBytes(spoken);
            audio.writeBytes(new byte[Elocution.FORMAT.bytes(Duration.ofMillis(millis))]);
        }
        return WavFile.write(Elocution.FORMAT, audio.toByteArray());
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

    private static void copyBot(Path source, Path bots) throws IOException {
        Path target = Files.createDirectory(bots.resolve(source.getFileName()));
        Files.copy(source.resolve("bot.yaml"), target.resolve("bot.yaml"));
    }
}
