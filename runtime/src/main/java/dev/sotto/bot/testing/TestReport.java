package dev.sotto.bot.testing;

import java.util.List;

/**
 * What came of the tests of a bot.
 *
 * @param results in the order of the files
 * @param coverage what of the bot they reached together
 */
public record TestReport(List<Result> results, Coverage coverage) {

    public TestReport {
        results = List.copyOf(results);
    }

    /**
     * One test and where it failed: at most in one step, for what follows a failure tells nothing.
     *
     * @param turns the steps that were played
     */
    public record Result(BotTest test, List<Turn> turns, List<TestFailure> failures) {

        public Result {
            turns = List.copyOf(turns);
            failures = List.copyOf(failures);
        }
    }

    /** What the person did and what the bot said to it. */
    public record Turn(TestStep.Act act, List<String> said) {

        public Turn {
            said = List.copyOf(said);
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
