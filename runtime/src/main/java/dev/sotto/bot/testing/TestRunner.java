package dev.sotto.bot.testing;

import dev.sotto.bot.version.CompiledLocale;
import java.util.ArrayList;
import java.util.List;

/** Runs tests against a compiled bot. Blocking; each test is a conversation of its own. */
public final class TestRunner {

    private TestRunner() {}

    /** Runs tests in their order. The version that the bot is of must be held meanwhile. */
    public static TestReport run(CompiledLocale compiled, List<BotTest> tests) {
        return new TestReport(tests.stream().map(test -> run(compiled, test)).toList());
    }

    private static TestReport.Result run(CompiledLocale compiled, BotTest test) {
        Conversation conversation = new Conversation(compiled, test);
        for (TestStep step : test.steps()) {
            List<TestFailure> failures = new ArrayList<>();
            Outcome outcome = conversation.play(step, failures);
            for (Expected.Fact fact : step.expected().facts()) {
                outcome.differs(fact)
                        .map(got -> new TestFailure(fact.position(), test.name(), describe(fact), got))
                        .ifPresent(failures::add);
            }
            if (!failures.isEmpty()) {
                return new TestReport.Result(test, failures);
            }
        }
        return new TestReport.Result(test, List.of());
    }

    private static String describe(Expected.Fact fact) {
        return switch (fact.aspect()) {
            case SLOT ->
                "the slot " + fact.key() + (fact.value().isEmpty() ? " without a value" : " = " + fact.value());
            default -> fact.aspect().key() + " " + fact.value();
        };
    }
}
