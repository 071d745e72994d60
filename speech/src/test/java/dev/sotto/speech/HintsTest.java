package dev.sotto.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sotto.speech.Capabilities.Feature;
import dev.sotto.speech.Hints.Reach;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HintsTest {

    @Test
    void areBounded() {
        String longest = "x".repeat(Hints.MAX_PHRASE);
        List<String> most = Collections.nCopies(Hints.MAX_PHRASES, longest);

        assertThat(new Hints(Reach.NOTHING_ELSE, most).phrases()).hasSize(Hints.MAX_PHRASES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hints(Reach.AMONG_OTHERS, Collections.nCopies(Hints.MAX_PHRASES + 1, "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hints(Reach.AMONG_OTHERS, List.of(longest + "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hints(Reach.AMONG_OTHERS, List.of(" ")));
    }

    @Test
    void needAPhraseToBeAGrammar() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hints(Reach.NOTHING_ELSE, List.of()));
    }

    @Test
    void areForEnginesThatTakeThem() {
        Capabilities engine =
                new Capabilities(Set.of(Locale.UK), Set.of(AudioFormat.linear(16_000)), Set.of(Feature.HINTS));

        assertThat(engine.has(Locale.UK, AudioFormat.linear(16_000))).isTrue();
        assertThat(engine.has(Locale.UK, AudioFormat.linear(8_000))).isFalse();
        assertThat(engine.has(Locale.FRANCE, AudioFormat.linear(16_000))).isFalse();
    }
}
