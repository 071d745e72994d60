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
        Path absent = Path.of("absent");
        try (Engines engines = Engines.installed(new EncoderSource.OfFiles(absent, absent))) {
            assertThat(engines.engine("embedding"))
                    .isInstanceOfSatisfying(
                            EmbeddingEngine.class,
                            engine -> assertThat(engine.encoderMissing()).isPresent());
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
