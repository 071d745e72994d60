package dev.sotto.bot.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.nlu.embedding.EmbeddingEngine;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.testing.ScriptedEngine;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EnginesTest {

    private static final EncoderSource ABSENT = new EncoderSource.OfFiles(Path.of("absent"), Path.of("absent"));

    @Test
    void opensAnEngineOnceWhenItIsFirstAskedFor() {
        AtomicInteger opened = new AtomicInteger();
        ScriptedEngine scripted = new ScriptedEngine("scripted");
        try (Engines engines = new Engines(Map.of("scripted", () -> opened(opened, scripted)))) {
            assertThat(opened).hasValue(0);
            assertThat(engines.engine("scripted")).isSameAs(scripted);
            assertThat(engines.engine("scripted")).isSameAs(scripted);
            assertThat(opened).hasValue(1);
        }
        assertThat(scripted.closed).hasValue(1);
    }

    @Test
    void understandsInPureJavaWhereTheEncoderDoesNotLoad() {
        try (Engines engines = Engines.installed(ABSENT, Engines.Use.AS_ASKED)) {
            assertThat(engines.engine("embedding"))
                    .isInstanceOfSatisfying(
                            EmbeddingEngine.class,
                            engine -> assertThat(engine.encoderMissing()).isPresent());
        }
    }

    @Test
    void refusesToUnderstandWithoutTheEncoderIfSoConfigured() {
        try (Engines engines = Engines.installed(ABSENT, Engines.Use.ENCODER_OR_NONE)) {
            assertThatThrownBy(() -> engines.engine("embedding")).isInstanceOf(EngineUnavailableException.class);
        }
    }

    @Test
    void givesEveryBotPureJavaIfSoConfigured() {
        try (Engines engines = Engines.installed(ABSENT, Engines.Use.PURE_JAVA)) {
            assertThat(engines.engine("embedding").name()).isEqualTo("opennlp");
            assertThat(engines.engine("opennlp").name()).isEqualTo("opennlp");
        }
    }

    @Test
    void knowsNoOtherEngine() {
        try (Engines engines = new Engines(Map.of())) {
            assertThatThrownBy(() -> engines.engine("oracle")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static UnderstandingEngine opened(AtomicInteger count, ScriptedEngine engine) {
        count.incrementAndGet();
        return engine;
    }
}
