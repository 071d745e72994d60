package dev.sotto.fulfilment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.audit.AuditEvent;
import dev.sotto.bot.BotName;
import dev.sotto.bot.Hook;
import dev.sotto.bot.version.AliasName;
import dev.sotto.bot.version.VersionId;
import dev.sotto.config.AddressRange;
import dev.sotto.config.HookHost;
import dev.sotto.config.LimitsConfig;
import dev.sotto.config.PrivateFile;
import dev.sotto.config.ServerConfig;
import dev.sotto.dialogue.HookCall;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.InputMode;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.InvocationSource;
import dev.sotto.lex.LexHookEvent;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexInterpretation;
import dev.sotto.lex.LexSessionState;
import dev.sotto.lex.LexSlot;
import dev.sotto.lex.LexTranscription;
import dev.sotto.metrics.Metrics;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.Secret;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import dev.sotto.testing.CapturedLog;
import dev.sotto.testing.FakeTimers;
import dev.sotto.testing.RecordedAudit;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.HookAnswer.Failure;
import dev.sotto.turn.HookId;
import dev.sotto.turn.SessionId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real HTTPS servers on loopback. The host's name exists nowhere but in the look-up of the test. */
final class HooksTest {

    private static final String HOST = "hook.test";
    private static final String SECRET = "shared secret";
    private static final String CANARY = "canary-7731";
    private static final String CLOSE = """
            {"sessionState": {"dialogAction": {"type": "Close"}, "intent": {"name": "pay", "state": "Fulfilled"}},
             "messages": [{"contentType": "PlainText", "content": "Done."}]}
            """;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    static final HookOrigin ORIGIN = new HookOrigin(
            new SessionId("AAAAAAAAAAAAAAAAAAAAAA"),
            new BotName("bank"),
            AliasName.LIVE,
            new VersionId("0123456789abcdef0123456789abcdef"),
            Locale.UK);

    @TempDir
    static Path directory;

    private static Vertx vertx;
    private static TestCertificate certificate;
    private static TestCertificate other;

    private final FakeTimers timers = new FakeTimers();
    private final Metrics metrics = new Metrics();
    private final List<Hooks> opened = new ArrayList<>();
    private final List<ScriptedHook> servers = new ArrayList<>();
    private NameLookup names = host -> List.of(InetAddress.getLoopbackAddress());
    private String privateAddresses = "127.0.0.1";
    private Optional<TestCertificate> trusted = Optional.empty();
    private Optional<ServerConfig.ClientCertificate> shown = Optional.empty();
    private int most = 4;
    private final RecordedAudit audited = new RecordedAudit();

    @BeforeAll
    static void begin() throws IOException, GeneralSecurityException {
        vertx = Vertx.vertx();
        certificate = TestCertificate.of(directory, HOST);
        other = TestCertificate.of(directory, "other.test");
    }

    @AfterAll
    static void end() {
        Waiting.on(vertx.close());
    }

    @AfterEach
    void close() {
        opened.forEach(hooks -> Waiting.on(hooks.close()));
        servers.forEach(ScriptedHook::close);
    }

    @Test
    void sendsTheEventAndTakesTheAnswer() {
        ScriptedHook hook = server().answers(200, CLOSE);

        HookAnswer answer = Waiting.on(call(hook));

        assertThat(answer).isInstanceOfSatisfying(HookAnswer.Answered.class, answered -> {
            assertThat(answered.response().dialogAction().type()).isEqualTo(DialogActionType.CLOSE);
            assertThat(answered.response().messages()).hasSize(1);
        });
        ScriptedHook.Received event = hook.received().get(0);
        assertThat(event.path()).isEqualTo("/pay?x=1");
        assertThat(event.header("Content-Type")).isEqualTo("application/json");
        assertThat(event.header("Host")).isEqualTo(HOST + ":" + hook.port());
        assertThat(event.text())
                .contains("\"invocationSource\":\"FulfillmentCodeHook\"")
                .contains(CANARY);
        assertThat(metrics.scrape()).contains("sotto_hook_calls_total{outcome=\"answered\"} 1.0");
    }

    @Test
    void signsTimeIdAndBodySoThatTheHookCanCheck() throws GeneralSecurityException {
        ScriptedHook hook = server().answers(200, CLOSE);

        Waiting.on(call(hook));

        ScriptedHook.Received event = hook.received().get(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        byte[] signed =
                (event.header("Sotto-Time") + "." + event.header("Sotto-Id") + "." + event.text()).getBytes(UTF_8);
        StringBuilder hex = new StringBuilder("v1=");
        for (byte b : mac.doFinal(signed)) {
            hex.append(String.format(Locale.ROOT, "%02x", b));
        }
        assertThat(event.header("Sotto-Signature")).isEqualTo(hex.toString());
        assertThat(event.header("Sotto-Time"))
                .isEqualTo(Long.toString(timers.now().getEpochSecond()));
        assertThat(event.header("Sotto-Id")).isEqualTo("AAAAAAAAAAAAAAAAAAAAAA.3.1");
    }

    @Test
    void triesOnceMoreWithTheSameIdAfterAServerError() {
        ScriptedHook hook = server().answers(503, "later").answers(200, CLOSE);

        HookAnswer answer = Waiting.on(call(hook));

        assertThat(answer).isInstanceOf(HookAnswer.Answered.class);
        assertThat(hook.received()).hasSize(2);
        assertThat(hook.received().get(1).header("Sotto-Id"))
                .isEqualTo(hook.received().get(0).header("Sotto-Id"));
        assertThat(hook.received().get(1).text())
                .isEqualTo(hook.received().get(0).text());
    }

    @Test
    void triesOnceMoreWhenTheConnectionBreaks() {
        ScriptedHook hook = server().breaksOff().answers(200, CLOSE);

        assertThat(Waiting.on(call(hook))).isInstanceOf(HookAnswer.Answered.class);
    }

    @Test
    void triesNoMoreThanTwice() {
        ScriptedHook hook = server().answers(500, "").answers(502, "").answers(200, CLOSE);

        assertThat(Waiting.on(call(hook))).isEqualTo(new HookAnswer.Failed(Failure.UNAVAILABLE));
        assertThat(hook.received()).hasSize(2);
        assertThat(metrics.scrape()).contains("sotto_hook_calls_total{outcome=\"unavailable\"} 1.0");
    }

    @Test
    void triesTheNextAddressTheSecondTime() {
        names = host -> List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getLoopbackAddress());
        privateAddresses = "127.0.0.0/8";
        ScriptedHook hook = server().answers(200, CLOSE);

        assertThat(Waiting.on(call(hook))).isInstanceOf(HookAnswer.Answered.class);
    }

    @Test
    void asksAgainAfterHalfOfTheTimeAndTakesTheSecondsAnswer() throws InterruptedException {
        ScriptedHook hook = server().waits().answers(200, CLOSE);
        Future<HookAnswer> answer = call(hook);
        hook.waiting();

        timers.advance(TIMEOUT.dividedBy(2));

        assertThat(Waiting.on(answer)).isInstanceOf(HookAnswer.Answered.class);
        assertThat(hook.received())
                .extracting(received -> received.header("Sotto-Id"))
                .containsOnly("AAAAAAAAAAAAAAAAAAAAAA.3.1");
    }

    @Test
    void takesTheFirstsAnswerIfItComesAfterAll() throws InterruptedException {
        ScriptedHook hook = server().waits().waits();
        Future<HookAnswer> answer = call(hook);
        HttpServerResponse first = hook.waiting();
        timers.advance(TIMEOUT.dividedBy(2));
        hook.waiting();

        Waiting.ignore(first.end(CLOSE));

        assertThat(Waiting.on(answer)).isInstanceOf(HookAnswer.Answered.class);
    }

    @Test
    void waitsForTheFirstWhenTheSecondFails() throws InterruptedException {
        ScriptedHook hook = server().waits().answers(500, "");
        Future<HookAnswer> answer = call(hook);
        HttpServerResponse first = hook.waiting();
        timers.advance(TIMEOUT.dividedBy(2));

        Waiting.ignore(first.end(CLOSE));

        assertThat(Waiting.on(answer)).isInstanceOf(HookAnswer.Answered.class);
    }

    @Test
    void givesUpAfterTheTimeAndIgnoresALateAnswer() throws InterruptedException {
        ScriptedHook hook = server().waits().waits();
        Future<HookAnswer> answer = call(hook);
        HttpServerResponse first = hook.waiting();
        timers.advance(TIMEOUT.dividedBy(2));
        hook.waiting();

        timers.advance(TIMEOUT.dividedBy(2));
        Waiting.ignore(first.end(CLOSE));

        assertThat(Waiting.on(answer)).isEqualTo(new HookAnswer.Failed(Failure.TIMEOUT));
    }

    @Test
    void givesUpOnAHostWhoseNameIsNotFoundInTime() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        names = host -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException();
        };
        Future<HookAnswer> answer = call(server());
        asked.await();

        timers.advance(TIMEOUT);

        assertThat(Waiting.on(answer)).isEqualTo(new HookAnswer.Failed(Failure.TIMEOUT));
        never.countDown();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 404, 429})
    void takesAnyOtherStatusForNoAnswerAndDoesNotAskAgain(int status) {
        ScriptedHook hook = server().answers(status, CLOSE);

        assertThat(Waiting.on(call(hook))).isEqualTo(new HookAnswer.Failed(Failure.UNAVAILABLE));
        assertThat(hook.received()).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        ScriptedHook elsewhere = server().answers(200, CLOSE);
        ScriptedHook hook = server().then(request -> Waiting.ignore(request.response()
                .setStatusCode(302)
                .putHeader("Location", "https://" + HOST + ":" + elsewhere.port() + "/")
                .end()));

        Waiting.on(hooks(hook, elsewhere).call(ORIGIN, hookCall("https://" + HOST + ":" + hook.port() + "/")));

        assertThat(elsewhere.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{\"sessionState\":{}}",
                "{\"sessionState\":{\"dialogAction\":{\"type\":\"None\"}}}"
            })
    void refusesAnAnswerThatIsNotLexs(String body) {
        ScriptedHook hook = server().answers(200, body);

        assertThat(Waiting.on(call(hook))).isEqualTo(new HookAnswer.Failed(Failure.MALFORMED));
        assertThat(hook.received()).hasSize(1);
    }

    @Test
    void readsNoMoreThanAnAnswerMayHave() {
        ScriptedHook hook = server().answers(200, CLOSE + " ".repeat(50 * 1024)).then(request -> {
            request.response().setChunked(true);
            Waiting.ignore(request.response().write(CLOSE));
            Waiting.ignore(request.response().write(" ".repeat(50 * 1024)));
        });
        Hooks hooks = hooks(hook);

        assertThat(Waiting.on(hooks.call(ORIGIN, hookCall(url(hook)))))
                .isEqualTo(new HookAnswer.Failed(Failure.MALFORMED));
        assertThat(Waiting.on(hooks.call(ORIGIN, hookCall(url(hook)))))
                .isEqualTo(new HookAnswer.Failed(Failure.MALFORMED));
    }

    @Test
    void sendsNoMoreThanLexWould() {
        ScriptedHook hook = server().answers(200, CLOSE);
        Hooks hooks = hooks(hook);

        HookAnswer tooLarge = Waiting.on(hooks.call(ORIGIN, hookCall(url(hook), "x".repeat(13_000), 1)));
        HookAnswer withoutAlternatives = Waiting.on(hooks.call(ORIGIN, hookCall(url(hook), "x".repeat(2_500), 3)));

        assertThat(tooLarge).isEqualTo(new HookAnswer.Failed(Failure.TOO_LARGE));
        assertThat(withoutAlternatives).isInstanceOf(HookAnswer.Answered.class);
        assertThat(hook.received())
                .singleElement()
                .satisfies(event -> assertThat(event.text()).hasSizeLessThanOrEqualTo(12 * 1024));
    }

    @Test
    void tellsNothingToAServerWhoseCertificateIsNotTrusted() {
        trusted = Optional.of(other);
        ScriptedHook hook = server().answers(200, CLOSE);

        assertThat(Waiting.on(call(hook))).isEqualTo(new HookAnswer.Failed(Failure.UNAVAILABLE));
        assertThat(hook.received()).isEmpty();
    }

    @Test
    void tellsNothingToAServerWhoseCertificateIsForAnotherHost() {
        trusted = Optional.of(other);
        ScriptedHook hook = new ScriptedHook(vertx, other, Optional.empty()).answers(200, CLOSE);
        servers.add(hook);

        assertThat(Waiting.on(call(hook))).isEqualTo(new HookAnswer.Failed(Failure.UNAVAILABLE));
        assertThat(hook.received()).isEmpty();
    }

    @Test
    void showsItsOwnCertificateToAHookThatAsksForOne() {
        ScriptedHook hook = new ScriptedHook(vertx, certificate, Optional.of(other)).answers(200, CLOSE);
        servers.add(hook);
        shown = Optional.of(new ServerConfig.ClientCertificate(
                other.certificate(), new PrivateFile(other.key(), PrivateFile.Guard.MODE)));

        assertThat(Waiting.on(call(hook))).isInstanceOf(HookAnswer.Answered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hook.test:PORT/",
                "https://other.test:PORT/",
                "https://hook.test/",
                "https://hook.test:1/",
                "https://user:word@hook.test:PORT/",
                "https://hook.test.:PORT/",
                "https://sub.hook.test:PORT/",
                "https://127.0.0.1:PORT/",
                "https:/hook.test:PORT/",
            })
    void callsNoAddressThatIsNotListed(String url) {
        ScriptedHook hook = server().answers(200, CLOSE);

        HookAnswer answer =
                Waiting.on(hooks(hook).call(ORIGIN, hookCall(url.replace("PORT", Integer.toString(hook.port())))));

        assertThat(answer).isEqualTo(new HookAnswer.Failed(Failure.FORBIDDEN));
        assertThat(hook.received()).isEmpty();
    }

    @Test
    void callsNoPrivateAddressThatIsNotListed() {
        privateAddresses = "10.0.0.0/8";
        ScriptedHook hook = server().answers(200, CLOSE);

        assertThat(Waiting.on(call(hook))).isEqualTo(new HookAnswer.Failed(Failure.FORBIDDEN));
        assertThat(hook.received()).isEmpty();
    }

    @Test
    void callsNoneOfTheAddressesIfOneIsNotAllowed() {
        names = host -> List.of(InetAddress.getLoopbackAddress(), InetAddress.getByName("169.254.169.254"));
        ScriptedHook hook = server().answers(200, CLOSE);

        assertThat(Waiting.on(call(hook))).isEqualTo(new HookAnswer.Failed(Failure.FORBIDDEN));
        assertThat(hook.received()).isEmpty();
    }

    @Test
    void connectsToTheAddressThatWasCheckedHoweverTheNameMovesOn() {
        List<String> lookedUp = new CopyOnWriteArrayList<>();
        names = host -> {
            lookedUp.add(host);
            return List.of(InetAddress.getByName(lookedUp.size() == 1 ? "127.0.0.1" : "10.0.0.1"));
        };
        ScriptedHook hook = server().answers(503, "").answers(200, CLOSE);

        assertThat(Waiting.on(call(hook))).isInstanceOf(HookAnswer.Answered.class);
        assertThat(lookedUp).containsExactly(HOST);
    }

    @Test
    void saysThatAHostThatIsNowhereIsAway() {
        names = host -> {
            throw new UnknownHostException(host);
        };

        assertThat(Waiting.on(call(server()))).isEqualTo(new HookAnswer.Failed(Failure.UNAVAILABLE));
    }

    @Test
    void callsNothingBeyondItsBound() throws InterruptedException {
        most = 1;
        ScriptedHook hook = server().waits().answers(200, CLOSE);
        Hooks hooks = hooks(hook);
        Future<HookAnswer> first = hooks.call(ORIGIN, hookCall(url(hook)));
        HttpServerResponse waiting = hook.waiting();

        HookAnswer refused = Waiting.on(hooks.call(ORIGIN, hookCall(url(hook))));
        Waiting.ignore(waiting.end(CLOSE));
        Waiting.on(first);
        HookAnswer third = Waiting.on(hooks.call(ORIGIN, hookCall(url(hook))));

        assertThat(refused).isEqualTo(new HookAnswer.Failed(Failure.BUSY));
        assertThat(third).isInstanceOf(HookAnswer.Answered.class);
        assertThat(metrics.scrape()).contains("sotto_bound_reached_total{bound=\"hook-calls\"} 1.0");
    }

    @Test
    void leavesAHostAloneThatFailedTooOftenInARow() {
        ScriptedHook hook = server();
        for (int i = 0; i < 6; i++) {
            hook.answers(503, "");
        }
        Hooks hooks = hooks(hook);
        for (int i = 0; i < 3; i++) {
            assertThat(Waiting.on(hooks.call(ORIGIN, hookCall(url(hook)))))
                    .isEqualTo(new HookAnswer.Failed(Failure.UNAVAILABLE));
        }
        assertThat(audited.events()).containsExactly(new AuditEvent.CircuitOpened(HOST));

        try (CapturedLog log = new CapturedLog()) {
            assertThat(Waiting.on(hooks.call(ORIGIN, hookCall(url(hook)))))
                    .isEqualTo(new HookAnswer.Failed(Failure.UNAVAILABLE));
            assertThat(log.lines()).anyMatch(line -> line.contains("hook.circuit_open"));
        }
        assertThat(hook.received()).hasSize(6);
        assertThat(metrics.scrape())
                .contains("sotto_bound_reached_total{bound=\"hook-failures\"} 1.0")
                .contains("sotto_bound_used{bound=\"hook-failures\"} 3.0");
    }

    @Test
    void findsOutWithOneCallWhetherAHostIsBack() throws InterruptedException {
        ScriptedHook hook = server();
        for (int i = 0; i < 6; i++) {
            hook.answers(503, "");
        }
        hook.waits().answers(200, CLOSE);
        Hooks hooks = hooks(hook);
        for (int i = 0; i < 3; i++) {
            Waiting.on(hooks.call(ORIGIN, hookCall(url(hook))));
        }
        timers.advance(PAUSE);

        Future<HookAnswer> probe = hooks.call(ORIGIN, hookCall(url(hook)));
        HttpServerResponse waiting = hook.waiting();
        HookAnswer beside = Waiting.on(hooks.call(ORIGIN, hookCall(url(hook))));
        Waiting.ignore(waiting.end(CLOSE));

        assertThat(beside).isEqualTo(new HookAnswer.Failed(Failure.UNAVAILABLE));
        assertThat(Waiting.on(probe)).isInstanceOf(HookAnswer.Answered.class);
        assertThat(Waiting.on(hooks.call(ORIGIN, hookCall(url(hook))))).isInstanceOf(HookAnswer.Answered.class);
        assertThat(audited.events())
                .containsExactly(new AuditEvent.CircuitOpened(HOST), new AuditEvent.CircuitClosed(HOST));
    }

    @Test
    void doesNotBlameAHostForWhatIsNotItsFault() {
        ScriptedHook hook = server();
        for (int i = 0; i < 4; i++) {
            hook.answers(404, "");
        }
        hook.answers(200, "nonsense").answers(200, CLOSE);
        Hooks hooks = hooks(hook);
        for (int i = 0; i < 5; i++) {
            Waiting.on(hooks.call(ORIGIN, hookCall(url(hook))));
        }

        assertThat(Waiting.on(hooks.call(ORIGIN, hookCall(url(hook))))).isInstanceOf(HookAnswer.Answered.class);
        assertThat(audited.events()).isEmpty();
    }

    @Test
    void logsNothingOfEventOrAnswer() {
        try (CapturedLog log = new CapturedLog()) {
            ScriptedHook hook = server().answers(503, CANARY).answers(200, "{\"" + CANARY + "\": [}");

            Waiting.on(call(hook));

            assertThat(log.lines())
                    .anyMatch(line -> line.contains("hook.retried") && line.contains("hook.server_error"))
                    .anyMatch(line -> line.contains("hook.failed") && line.contains("answer.json"))
                    .noneMatch(line -> line.contains(CANARY) || line.contains(SECRET));
        }
    }

    private ScriptedHook server() {
        ScriptedHook hook = new ScriptedHook(vertx, certificate, Optional.empty());
        servers.add(hook);
        return hook;
    }

    private Future<HookAnswer> call(ScriptedHook hook) {
        return hooks(hook).call(ORIGIN, hookCall(url(hook)));
    }

    private static String url(ScriptedHook hook) {
        return "https://" + HOST + ":" + hook.port() + "/pay?x=1";
    }

    private Hooks hooks(ScriptedHook... listed) {
        ServerConfig.Hooks config = new ServerConfig.Hooks(
                List.of(listed).stream()
                        .map(hook -> new HookHost(HOST, hook.port()))
                        .toList(),
                List.of(AddressRange.parse(privateAddresses).orElseThrow()),
                Optional.of(new Secret(SECRET)),
                Optional.of(trusted.orElse(certificate).certificate()),
                shown);
        Hooks hooks = new Hooks(vertx, config, limits(), timers, metrics, audited, names);
        opened.add(hooks);
        return hooks;
    }

    private LimitsConfig.Hooks limits() {
        return new LimitsConfig.Hooks(most, 3, PAUSE, 2);
    }

    static HookCall hookCall(String url) {
        return hookCall(url, CANARY, 1);
    }

    /** Returns a call to a program of its own, which a busy machine may keep waiting. */
    static HookCall patientCall(String url) {
        return hookCall(url, CANARY, 1, Hook.MAX_TIMEOUT);
    }

    private static HookCall hookCall(String url, String words, int alternatives) {
        return hookCall(url, words, alternatives, TIMEOUT);
    }

    private static HookCall hookCall(String url, String words, int alternatives, Duration timeout) {
        Hook hook = new Hook(URI.create(url), timeout, Optional.empty(), Hook.Transcript.SENT);
        return new HookCall(new HookId(3, 1), new IntentName("pay"), hook, event(words, alternatives));
    }

    static LexHookEvent event(String words, int alternatives) {
        SlotName slot = new SlotName("payee");
        LexSlot value = new LexSlot(Optional.of(new SlotValue(CANARY)), Optional.of(new SlotValue(CANARY)), List.of());
        LexIntent intent = new LexIntent(
                new IntentName("pay"),
                Map.of(slot, Optional.of(value)),
                IntentState.FULFILLMENT_IN_PROGRESS,
                ConfirmationState.CONFIRMED);
        return new LexHookEvent(
                InvocationSource.FULFILLMENT_CODE_HOOK,
                Optional.empty(),
                InputMode.TEXT,
                List.of(new LexInterpretation(intent, OptionalDouble.of(0.9))),
                Optional.empty(),
                new LexSessionState(Optional.empty(), Optional.of(intent), List.of(), Map.of(), Optional.empty()),
                Collections.nCopies(alternatives, new LexTranscription(new Utterance(words), 1)));
    }
}
