package dev.sotto.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.version.BotVersion;
import dev.sotto.bot.version.FixedBots;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.engine.EngineSettings;
import dev.sotto.metrics.Metrics;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.refusal.Refusal;
import dev.sotto.sensitive.Secret;
import dev.sotto.session.Admission;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.activity.VoiceDetector;
import dev.sotto.testing.FakeTimers;
import dev.sotto.testing.LoudnessDetector;
import dev.sotto.testing.Monotone;
import dev.sotto.testing.SampleBot;
import dev.sotto.testing.ScriptedEar;
import dev.sotto.testing.WordInterpreter;
import dev.sotto.turn.SessionId;
import dev.sotto.voice.VoicelessException.Reason;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalVoicesTest {

    private final FakeTimers timers = new FakeTimers();
    private final Metrics metrics = new Metrics();
    private final EngineAdapter engine =
            new EngineAdapter(EngineSettings.nlu(1, 16, Duration.ofMinutes(1)), timers, metrics);
    private final Failing engines = new Failing();
    private final LocalVoices voices =
            new LocalVoices(engines, engine, engine, timers, metrics, 1, (at, move) -> {}, new AtOnce());
    private final BotVersion version = version();

    @AfterEach
    void stop() {
        engine.close(Duration.ofSeconds(5));
    }

    @Test
    void triesAgainAfterAWhileWhatMayHavePassed() {
        engines.fault = Optional.of(Reason.FAILED);

        assertThat(whyNot()).isPresent();
        timers.advance(LocalVoices.ANOTHER_ATTEMPT.minusMillis(1));
        assertThat(whyNot()).isPresent();
        assertThat(engines.asked).isOne();

        timers.advance(Duration.ofMillis(1));
        assertThat(whyNot()).isPresent();
        assertThat(engines.asked).isEqualTo(2);

        engines.fault = Optional.empty();
        timers.advance(LocalVoices.ANOTHER_ATTEMPT);
        assertThat(whyNot()).isEmpty();
        assertThat(engines.rehearsed).isOne();
        assertThat(whyNot()).isEmpty();
        assertThat(engines.asked).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"LANGUAGE", "UNSPEAKABLE"})
    void leavesABotAtThatCannotBeSpokenTo(Reason reason) {
        engines.fault = Optional.of(reason);

        assertThat(whyNot()).isPresent();
        timers.advance(LocalVoices.ANOTHER_ATTEMPT.multipliedBy(100));
        assertThat(whyNot()).isPresent();

        assertThat(engines.asked).isOne();
    }

    @Test
    void makesRoomForTheBotsThatCanBeTalkedTo() {
        voices.prepare(List.of(version));

        assertThat(engines.rehearsed).isOne();
        assertThat(engines.keeps).containsExactly(version.main().bot());
    }

    @Test
    void tellsWhyNoBotAtAllCanBeSpokenTo() {
        assertThat(voices.prepare(List.of()).result()).isEmpty();

        engines.fault = Optional.of(Reason.LANGUAGE);

        assertThat(voices.prepare(List.of(version)).result()).contains(Reason.LANGUAGE);
    }

    @Test
    void tellsNothingWhereABotCanBeSpokenTo() {
        assertThat(voices.prepare(List.of(version)).result()).isEmpty();
    }

    private Optional<Refusal> whyNot() {
        return voices.whyNot(new Admission(
                new SessionId("AAAAAAAAAAAAAAAAAAAAAA"),
                new Secret("k3y"),
                0,
                version.name(),
                version.id(),
                version.main().bot().locale(),
                Duration.ofMinutes(5),
                Duration.ofMinutes(60),
                version.main()));
    }

    private static BotVersion version() {
        FixedBots bots = new FixedBots();
        bots.serve(SampleBot.bot(), new WordInterpreter(SampleBot.bot()));
        return bots.resolve(SampleBot.bot().name()).orElseThrow().version();
    }

    /** In the thread of the test. */
    private static final class AtOnce implements LocalVoices.Aside {

        @Override
        public <T> Future<T> run(Callable<T> work) {
            try {
                return Future.succeededFuture(work.call());
            } catch (Exception e) {
                return Future.failedFuture(e);
            }
        }
    }

    /** Cannot be spoken to for as long as a test says why. */
    private static final class Failing implements SpeechEngines {

        private Optional<Reason> fault = Optional.empty();
        private int asked;
        private int rehearsed;
        private final List<Bot> keeps = new ArrayList<>();

        @Override
        public VoiceDetector detector() {
            return new LoudnessDetector();
        }

        @Override
        public BotSpeech speech(Bot bot, TrainingSet utterances) throws VoicelessException {
            asked++;
            if (fault.isPresent()) {
                throw new VoicelessException(fault.get());
            }
            return new BotSpeech() {
                @Override
                public Recognizer ear() {
                    return new ScriptedEar();
                }

                @Override
                public BotVoice voice(AudioFormat speak) {
                    return new Monotone(speak);
                }

                @Override
                public void rehearse() {
                    rehearsed++;
                }
            };
        }

        @Override
        public void makeRoom(Collection<Bot> bots) {
            keeps.addAll(bots);
        }

        @Override
        public int lines() {
            return 1;
        }

        @Override
        public void close() {}
    }
}
