package dev.sotto.speech.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphCheckTest {

    private static final String NAME = "graph.fst";
    private static final String[] WORDS = {"<eps>", "tea", "höher"};

    @TempDir
    private Path folder;

    private GraphCheck.Graph check(byte[] bytes) throws IOException {
        Files.write(folder.resolve(NAME), bytes);
        return GraphCheck.check(folder, NAME);
    }

    static Stream<byte[]> graphs() {
        return Stream.of(
                GraphBytes.constant(false),
                GraphBytes.constant(true, WORDS),
                GraphBytes.ahead(3),
                GraphBytes.ngram(),
                GraphBytes.ngram(WORDS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAConstantGraph(boolean aligned) throws IOException {
        GraphCheck.Graph graph = check(GraphBytes.constant(aligned, WORDS));

        assertThat(graph.highestInput()).isEqualTo(3);
        assertThat(graph.highestOutput()).isEqualTo(2);
        assertThat(graph.words())
                .map(SymbolTable::words)
                .hasValueSatisfying(words -> assertThat(words).containsExactly(WORDS));
    }

    @Test
    void readsAGraphThatTellsWhatIsAhead() throws IOException {
        assertThat(check(GraphBytes.ahead(3)).type()).isEqualTo("olabel_lookahead");
    }

    @Test
    void refusesAGraphThatDoesNotTellWhatIsAheadOfEachState() {
        assertThatThrownBy(() -> check(GraphBytes.ahead(2)))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("2 sets");
    }

    @Test
    void readsAGraphOfWords() throws IOException {
        assertThat(check(GraphBytes.ngram(WORDS)).words()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void refusesAGraphThatIsCutOffAnywhere(byte[] graph) {
        for (int length = 0; length < graph.length; length++) {
            byte[] cut = Arrays.copyOf(graph, length);

            assertThatThrownBy(() -> check(cut)).isInstanceOf(ModelRefusedException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void refusesAGraphThatGoesOn(byte[] graph) {
        assertThatThrownBy(() -> check(Arrays.copyOf(graph, graph.length + 1)))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("model.wrong_length");
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void takesOrRefusesWhateverIsInAGraph(byte[] graph) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 400; i++) {
            byte[] other = graph.clone();
            for (int change = 1 + random.nextInt(4); change > 0; change--) {
                other[random.nextInt(other.length)] = (byte) (random.nextBoolean() ? -1 : random.nextInt(256));
            }
            try {
                assertThat(check(other).highestOutput()).isNotNegative();
            } catch (ModelRefusedException e) {
                assertThat(e).hasMessageStartingWith("model.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesTheRestOfAGraphAsItWasWhenItsWordsBecomeNumbers(boolean aligned) throws IOException {
        GraphCheck.Graph before = check(GraphBytes.constant(aligned, WORDS));

        WordNumbers.writeGraph(
                folder, NAME, folder.resolve("numbered.fst"), before.words().orElseThrow());

        GraphCheck.Graph after = GraphCheck.check(folder, "numbered.fst");
        assertThat(after.highestInput()).isEqualTo(before.highestInput());
        assertThat(after.words())
                .map(SymbolTable::words)
                .hasValueSatisfying(words -> assertThat(words).containsExactly("<eps>", "1", "2"));
        assertThat(new String(Files.readAllBytes(folder.resolve("numbered.fst")), StandardCharsets.UTF_8))
                .doesNotContain("tea");
    }
}
