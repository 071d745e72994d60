package dev.sotto.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import dev.sotto.yaml.YamlSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionPolicyTest {

    private final Problems problems = new Problems();

    @Test
    void keepsNothing() {
        assertThat(read("none")).contains(RetentionPolicy.NONE);
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "{ days: 30 }", "{ days: 0 }"})
    void refusesByNameWhatIsNotAvailableYet(String policy) {
        assertThat(read(policy)).isEmpty();

        Problem problem = problems.sorted().get(0);
        assertThat(problem.code()).isEqualTo("retention.unavailable");
        assertThat(problem.describe()).contains("not available yet").contains("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forever", "days", "[none]", "{ weeks: 2 }", "{ days: 1, hours: 2 }", "", "None"})
    void refusesAnythingElseAsUnknown(String policy) {
        assertThat(read(policy)).isEmpty();
        assertThat(problems.sorted()).extracting(Problem::code).containsExactly("retention.unknown");
    }

    @Test
    void offersTheNearestWord() {
        assertThat(read("non")).isEmpty();

        assertThat(problems.sorted().get(0).suggestion()).contains("none");
    }

    @Test
    void holdsNothingBecauseItHasNowhereToHoldIt() {
        assertThat(RetentionPolicy.NONE.gate()).isInstanceOf(Nothing.class);
        assertThat(Nothing.class.getDeclaredFields()).isEmpty();
    }

    private Optional<RetentionPolicy> read(String policy) {
        Optional<YamlNode> file = YamlSource.read("server.yaml", "retention: " + policy, problems);
        List<YamlNode.Field> fields = ((YamlNode.Fields) file.orElseThrow()).entries();
        return RetentionPolicy.read(fields.get(0).value(), problems);
    }
}
