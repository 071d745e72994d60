package dev.sotto.bot.testing;

import java.util.List;

/**
 * What came of the tests of a bot.
 *
 * @param results in the order of the files
 */
public record TestReport(List<Result> results) {

    public TestReport {
        results = List.copyOf(results);
    }

    /** One test and where it failed: at most once, for what follows a failure tells nothing. */
    public record Result(BotTest test, List<TestFailure> failures) {

        public Result {
            failures = List.copyOf(failures);
        }
    }

    /** Returns how many tests went as expected. */
    public long passed() {
        return results.stream().filter(result -> result.failures().isEmpty()).count();
    }

    /** Returns how many did not. */
    public long failed() {
        return results.size() - passed();
    }

    /** Returns what did not come as expected. */
    public List<TestFailure> failures() {
        return results.stream().flatMap(result -> result.failures().stream()).toList();
    }
}
