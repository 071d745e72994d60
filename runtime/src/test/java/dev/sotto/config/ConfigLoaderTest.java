package dev.sotto.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.ApiKey;
import dev.sotto.access.BotGrant;
import dev.sotto.access.Limiter;
import dev.sotto.access.Origin;
import dev.sotto.bot.BotName;
import dev.sotto.bot.Scope;
import dev.sotto.retention.RetentionPolicy;
import dev.sotto.yaml.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

    private static final String HASH = "sha256:" + "ab".repeat(32);

    @TempDir
    Path directory;

    private Loading loading;

    @BeforeEach
    void prepare() {
        loading = new Loading(directory);
    }

    @Test
    void hasSafeValuesWhenNobodySaysAnything() {
        ServerConfig config = loading.load();

        assertThat(config.listen().https()).hasToString("127.0.0.1:8443");
        assertThat(config.listen().management()).hasToString("127.0.0.1:9443");
        assertThat(config.listen().tls()).isInstanceOf(ServerConfig.Tls.Development.class);
        assertThat(config.storage().transcripts()).isEqualTo(RetentionPolicy.NONE);
        assertThat(config.bots().directory()).isEqualTo(directory.resolve("bots"));
        assertThat(config.limits().sessions().idle()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.limits().sessions().lifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(config.limits().sizes().frame()).isEqualTo(ByteSize.kibibytes(16));
        assertThat(config.limits().rates()).containsOnlyKeys(Limiter.values());
        assertThat(config.hooks().hosts()).isEmpty();
        assertThat(config.understanding().threads()).isPositive();
    }

    @Test
    void readsEveryKindOfValueWithItsUnit() {
        ServerConfig config = loading.load("""
                listen: { https: 9000, management: "[::1]:9001" }
                bots: { directory: my-bots, reload: off }
                storage: { transcripts: none, directory: state }
                limits:
                  idle: 90s
                  frame: 32KiB
                  sessions: 7
                  tokens-per-address: { per-minute: 5, burst: 9 }
                understanding: { threads: 3, engine: opennlp }
                """);

        assertThat(config.listen().https()).isEqualTo(new ListenAddress("127.0.0.1", 9000));
        assertThat(config.listen().management()).isEqualTo(new ListenAddress("::1", 9001));
        assertThat(config.bots())
                .isEqualTo(new ServerConfig.Bots(
                        directory.resolve("my-bots"), Optional.empty(), Reload.OFF, Versions.KEPT));
        assertThat(config.storage().directory()).isEqualTo(directory.resolve("state"));
        assertThat(config.limits().sessions().idle()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.limits().sessions().most()).isEqualTo(7);
        assertThat(config.limits().sizes().frame()).isEqualTo(ByteSize.kibibytes(32));
        assertThat(config.limits().rates().get(Limiter.TOKENS_BY_ADDRESS)).isEqualTo(new Limiter.Budget(9, 5));
        assertThat(config.understanding()).isEqualTo(new ServerConfig.Understanding(3, Engine.OPENNLP));
    }

    @Test
    void readsApiKeysAndOrigins() {
        ServerConfig config = loading.load("""
                access:
                  origins: [https://Shop.example, "https://shop.example:8443", http://localhost:5173]
                  visitors: off
                  api-keys:
                    - { id: shop, hash: "%s", scopes: [payroll], bots: [bank, coffee], expires: 2027-01-31 }
                    - { id: desk, hash: "%s" }
                """.formatted(HASH, HASH));

        assertThat(config.access().origins())
                .extracting(Origin::value)
                .containsExactlyInAnyOrder(
                        "https://shop.example", "https://shop.example:8443", "http://localhost:5173");
        assertThat(config.access().visitors()).isEqualTo(Switch.OFF);
        ApiKey shop = config.access().apiKeys().get(0);
        assertThat(shop.scopes()).containsExactly(new Scope("payroll"));
        assertThat(shop.bots()).isEqualTo(new BotGrant.Only(Set.of(new BotName("bank"), new BotName("coffee"))));
        assertThat(shop.expires()).contains(Instant.parse("2027-01-31T00:00:00Z"));
        assertThat(config.access().apiKeys().get(1).bots()).isEqualTo(new BotGrant.Every());
    }

    @Test
    void tellsEveryProblemAtOnceWithItsPlaceAndTheNearestName() {
        List<Problem> problems = loading.refuse("""
                listen:
                  htps: 8443
                limits: { idle: 5, sessions: many }
                acess: {}
                """);

        assertThat(problems)
                .extracting(Problem::describe)
                .containsExactly(
                        "server.yaml:2:3: the key \"listen.htps\"; expected one of https, management, tls,"
                                + " audiosocket; did you mean https?",
                        "server.yaml:3:17: \"5\"; expected a time from 0ms to 1d, such as 250ms, 3s, 5m, 1h or 2d",
                        "server.yaml:3:30: \"many\"; expected a number from 1 to 1000000",
                        "server.yaml:4:1: the key \"acess\"; expected one of listen, bots, storage, limits, access,"
                                + " hooks, understanding, voice, telephone, memory, log; did you mean access?");
    }

    @Test
    void findsAKeyThatStandsInTheWrongPlace() {
        assertThat(loading.refuse("bots: { transcripts: none }"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.suggestion()).contains("storage.transcripts"));
    }

    @Test
    void explainsAKeyThatThereIsNotAnyMore() {
        assertThat(loading.refuse("listen: { http: 8080 }"))
                .singleElement()
                .extracting(Problem::code, Problem::expected)
                .containsExactly("key.former", "listen.https: Sotto has no plaintext listener");
    }

    @Test
    void refusesARetentionThatIsNotAvailableYetByItsName() {
        assertThat(loading.refuse("storage: { transcripts: session }"))
                .extracting(Problem::code)
                .containsExactly("retention.unavailable");
        assertThat(loading.refuse("storage: { transcripts: { days: 30 } }"))
                .extracting(Problem::code)
                .containsExactly("retention.unavailable");
        assertThat(loading.refuse("storage: { transcripts: forever }"))
                .extracting(Problem::code)
                .containsExactly("retention.unknown");
    }

    @Test
    void refusesToServeOthersWithTheDevelopmentCertificate() {
        assertThat(loading.refuse("listen: { https: 0.0.0.0:8443, management: 10.0.0.1:9443 }"))
                .extracting(Problem::code)
                .containsExactly("tls.development_exposed", "tls.development_exposed");
    }

    @Test
    void refusesAWildCardAndAPlaintextPageAsOrigins() {
        assertThat(loading.refuse("access: { origins: [\"*\", \"https://*.example\", http://shop.example, nonsense] }"))
                .extracting(Problem::code)
                .containsExactly("origin.wildcard", "origin.wildcard", "origin.plaintext", "origin.invalid");
    }

    @Test
    void refusesValuesThatDoNotGoTogether() {
        assertThat(loading.refuse("""
                        listen: { https: 9000, management: 9000 }
                        limits: { idle: 2h, text: 2000, unproven-sockets: 30000, tokens-per-key: { burst: 100000 } }
                        hooks: { hosts: [hooks.example] }
                        """))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "listen.same",
                        "value.range",
                        "limits.text_fits_not",
                        "value.range",
                        "value.range",
                        "key.missing");
    }

    @Test
    void refusesTwoApiKeysOfOneName() {
        assertThat(loading.refuse(
                        "access: { api-keys: [{id: a, hash: '%s'}, {id: a, hash: '%s'}] }".formatted(HASH, HASH)))
                .extracting(Problem::code)
                .containsExactly("key.duplicate");
    }

    @Test
    void letsTheEnvironmentWinOverTheFileAndTheCommandLineOverBoth() {
        loading.environment("SOTTO_LISTEN_HTTPS", "127.0.0.2:7000").environment("SOTTO_LIMITS_SESSIONS", "3");
        loading.port(0);

        ServerConfig config = loading.load("{ listen: { https: 9000 }, limits: { sessions: 9, mailbox: 4 } }");

        assertThat(config.listen().https()).isEqualTo(new ListenAddress("127.0.0.2", 0));
        assertThat(config.limits().sessions().most()).isEqualTo(3);
        assertThat(config.limits().sessions().mailbox()).isEqualTo(4);
    }

    @Test
    void readsListsFromTheEnvironmentWithCommas() {
        loading.environment("SOTTO_ACCESS_ORIGINS", "https://a.example, https://b.example");

        assertThat(loading.load().access().origins()).hasSize(2);
    }

    @Test
    void refusesAVariableThatLooksLikeASettingAndIsNone() {
        loading.environment("SOTTO_LISTEN_HTPS", "9000").environment("SOTTO_SOMETHING", "else");

        assertThat(loading.refuse("""
                        limits: {}
                        """))
                .singleElement()
                .extracting(Problem::describe)
                .asString()
                .contains("$SOTTO_LISTEN_HTPS")
                .contains("did you mean SOTTO_LISTEN_HTTPS?");
    }

    @Test
    void resolvesPathsOfTheFileAgainstItsFolder() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("etc"));

        ServerConfig config =
                loading.in(folder).load("{ bots: { directory: ../mine }, storage: { directory: /state } }");

        assertThat(config.bots().directory()).isEqualTo(directory.resolve("mine"));
        assertThat(config.storage().directory()).isEqualTo(Path.of("/state"));
    }

    @Test
    void resolvesThemHoweverTheFileWasNamed() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("etc"));
        Path elsewhere = directory.resolve("quite/another/folder/deep/down/in/the/tree");
        Path named = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());

        ServerConfig config = new Loading(elsewhere).in(named).load("bots: { directory: mine }");

        assertThat(config.bots().directory()).isEqualTo(folder.toAbsolutePath().resolve("mine"));
    }

    @Test
    void refusesAFileThatIsNotThereOrNotText() throws Exception {
        Path file = directory.resolve("server.yaml");
        assertThat(loading.refuseFile(file)).extracting(Problem::code).containsExactly("config.missing");
        assertThat(loading.refuseFile(directory)).extracting(Problem::code).containsExactly("config.unreadable");

        Files.write(file, new byte[] {'a', ':', (byte) 0xff});
        assertThat(loading.refuseFile(file)).extracting(Problem::code).containsExactly("config.encoding");
    }

    @Test
    void takesAProgramThatSpeaksAndTheNamesOfItsVoices() {
        Loading loading = new Loading(directory);
        ServerConfig.Voice voice = loading.load(
                        "voice: { command: [bin/speak, \"{voice}\"], command-rate: 22050, web: en_GB-alba }")
                .voice();

        assertThat(voice.command())
                .containsExactly(directory.toAbsolutePath().resolve("bin/speak").toString(), "{voice}");
        assertThat(voice.commandRate()).isEqualTo(22_050);
        assertThat(voice.web()).isEqualTo("en_GB-alba");
        assertThat(loading.load("voice: { command: [speak] }").voice().command())
                .containsExactly("speak");
        assertThat(loading.refuse("voice: { web: en_GB-alba, command-rate: 4000 }"))
                .extracting(Problem::code)
                .containsExactly("voice.unknown", "value.range");
    }

    @Test
    void takesAModelByItsNameOrFromTheFolderOfTheFile() {
        Loading loading = new Loading(directory);

        assertThat(loading.load("voice: { model: vosk-model-small-en-us-0.15 }")
                        .voice()
                        .model())
                .contains(Path.of("vosk-model-small-en-us-0.15"));
        assertThat(loading.load("voice: { model: models/mine }").voice().model())
                .contains(directory.toAbsolutePath().resolve("models/mine"));
        assertThat(loading.load().voice().model()).isEmpty();
    }
}
