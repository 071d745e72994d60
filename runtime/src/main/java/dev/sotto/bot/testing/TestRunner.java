package dev.sotto.bot.testing;

import dev.sotto.bot.version.BotVersion;
import dev.sotto.bot.version.CompiledLocale;
import java.util.ArrayList;
import java.util.List;

/** Runs tests against a compiled bot. Blocking; each test is a conversation of its own. */
public final class TestRunner {

    private TestRunner() {}

    /** Runs tests in their order, as text. The version must be held meanwhile. */
    public static TestReport run(BotVersion version, List<BotTest> tests) {
        return run(version, tests, Speaking.TYPED);
    }

    /** Runs tests in their order. The version must be held meanwhile. */
    public static TestReport run(BotVersion version, List<BotTest> tests, Speaking speaking) {
        Footprints footprints = new Footprints(version.main().bot());
        List<TestReport.Result> results = tests.stream()
                .map(test ->
                        run(test.locale().flatMap(version::locale).orElse(version.main()), test, speaking, footprints))
                .toList();
        return new TestReport(results, footprints.coverage());
    }

    private static TestReport.Result run(
            CompiledLocale compiled, BotTest test, Speaking speaking, Footprints footprints) {
        Conversation conversation = new Conversation(compiled, test, speaking, footprints);
        List<TestReport.Turn> turns = new ArrayList<>();
        for (TestStep step : test.steps()) {
            List<TestFailure> failures = new ArrayList<>();
            Outcome outcome = conversation.play(step, failures);
            turns.add(new TestReport.Turn(step.act(), outcome.said()));
            compare(test, step.expected(), outcome, failures);
            if (!failures.isEmpty()) {
                return new TestReport.Result(test, turns, failures);
            }
        }
        return new TestReport.Result(test, turns, List.of());
    }

    private static void compare(BotTest test, Expected expected, Outcome outcome, List<TestFailure> failures) {
        for (Expected.Fact fact : expected.facts()) {
            outcome.differs(fact)
                    .map(got -> new TestFailure(fact.position(), test.name(), describe(fact), got))
                    .ifPresent(failures::add);
        }
    }

    /** Returns what should be, for people. */
    static String describe(Expected.Fact fact) {
        return switch (fact.aspect()) {
            case SLOT ->
                "the slot " + fact.key() + (fact.value().isEmpty() ? " without a value" : " = " + fact.value());
            default -> fact.aspect().key() + " " + fact.value();
        };
    }
}
