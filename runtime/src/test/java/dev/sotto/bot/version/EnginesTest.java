package dev.sotto.bot.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.testing.ScriptedEngine;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EnginesTest {

    private final ScriptedEngine pureJava = new ScriptedEngine("opennlp");

    @Test
    void opensAnEngineOnceWhenItIsFirstAskedFor() {
        AtomicInteger opened = new AtomicInteger();
        ScriptedEngine embedding = new ScriptedEngine("embedding");
        try (Engines engines = engines(() -> {
            opened.incrementAndGet();
            return embedding;
        })) {
            assertThat(opened).hasValue(0);
            assertThat(engines.engine("embedding")).isSameAs(embedding);
            assertThat(engines.engine("embedding")).isSameAs(embedding);
            assertThat(opened).hasValue(1);
        }
        assertThat(embedding.closed).hasValue(1);
    }

    @Test
    void letsPureJavaStandInWhereNativeLibrariesDoNotLoad() {
        try (Engines engines = engines(() -> {
            throw new UnsatisfiedLinkError("scripted");
        })) {
            assertThat(engines.engine("embedding")).isSameAs(pureJava);
            assertThat(engines.engine("embedding")).isSameAs(pureJava);
            assertThat(engines.missing()).containsExactly("embedding");
        }
    }

    @Test
    void failsWhenNothingCanStandIn() {
        try (Engines engines = new Engines(
                Map.of("opennlp", () -> {
                    throw new IllegalStateException("scripted");
                }),
                "opennlp")) {
            assertThatThrownBy(() -> engines.engine("opennlp")).hasMessage("scripted");
        }
    }

    private Engines engines(Supplier<UnderstandingEngine> embedding) {
        return new Engines(Map.of("embedding", embedding, "opennlp", () -> pureJava), "opennlp");
    }
}
