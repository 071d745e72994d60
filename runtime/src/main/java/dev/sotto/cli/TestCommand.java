package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.testing.BotCheck;
import dev.sotto.bot.testing.HtmlReport;
import dev.sotto.bot.testing.JunitReport;
import dev.sotto.bot.testing.TestFailure;
import dev.sotto.bot.testing.TestReport;
import dev.sotto.bot.testing.TestRunner;
import dev.sotto.bot.version.BotLease;
import dev.sotto.speech.audio.TelephoneLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the tests of a bot. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Run the conversations in a bot's tests folder and tell what did not come as written there.")
final class TestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final OneBot bot = new OneBot();

    @Option(names = "--voice", description = "Speak each line with the synthesiser, and let the bot's ear hear it.")
    private boolean voice;

    @ArgGroup(exclusive = false)
    private @Nullable NoiseOptions noise;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Option(names = "--phone", description = "With --voice: put a telephone (G.711) in between.")
    private boolean phone;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the results in JUnit's XML.")
    private @Nullable Path junit;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write the results as a page for people.")
    private @Nullable Path html;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!voice && (phone || noise != null || model.isGiven())) {
            throw CommandException.wrongUse("--noise, --phone and --model are for what is spoken; add --voice");
        }
        BotChoice chosen = bot.choice();
        BotCheck check = Workbench.sound(chosen);
        TestReport report = run(check);
        if (json) {
            terminal.print(asJson(report));
        } else {
            report.failures().forEach(failure -> terminal.print(failure.describe()));
            terminal.print(chosen.shown() + ": " + report.passed() + " passed, " + report.failed() + " failed");
            terminal.print(chosen.shown() + ": reached " + report.coverage().describe());
        }
        if (check.tests().isEmpty()) {
            terminal.tell("sotto: " + chosen.shown() + " has no tests; they go into " + chosen.shown() + "/tests");
        }
        write(check, report);
        return report.failed() == 0 ? ExitCode.DONE : ExitCode.FALLS_SHORT;
    }

    private TestReport run(BotCheck check) {
        try (Workbench workbench = new Workbench();
                BotLease lease = workbench
                        .compiler()
                        .compile(check.written().orElseThrow())
                        .lease()) {
            if (!voice) {
                return TestRunner.run(lease.version(), check.tests());
            }
            try (SpokenLines lines = new SpokenLines(
                    model,
                    new AudioPath(
                            Optional.ofNullable(noise).map(NoiseOptions::mixer),
                            phone ? Optional.of(new TelephoneLine()) : Optional.empty()))) {
                return TestRunner.run(lease.version(), check.tests(), lines);
            }
        }
    }

    private void write(BotCheck check, TestReport report) {
        String name = check.bot().orElseThrow().name().value();
        write(junit, file -> JunitReport.write(file, name, report));
        write(html, file -> HtmlReport.write(file, name, report));
    }

    /** Writes a report to a file. */
    private interface Writer {
        void write(Path file) throws IOException;
    }

    private static void write(@Nullable Path file, Writer writer) {
        if (file == null) {
            return;
        }
        try {
            writer.write(file);
        } catch (IOException e) {
            throw CommandException.wrongUse("cannot write " + file);
        }
    }

    private static ObjectNode asJson(TestReport report) {
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("passed", report.passed())
                .put("failed", report.failed());
        ArrayNode failures = result.putArray("failures");
        for (TestFailure failure : report.failures()) {
            failures.addObject()
                    .put("file", failure.position().file())
                    .put("line", failure.position().line())
                    .put("column", failure.position().column())
                    .put("test", failure.test())
                    .put("expected", failure.expected())
                    .put("got", failure.got());
        }
        ObjectNode coverage = result.putObject("coverage");
        report.coverage().parts().forEach((part, reached) -> {
            ObjectNode counted = coverage.putObject(part.word())
                    .put("all", reached.all().size())
                    .put("reached", reached.count());
            reached.missing().forEach(counted.putArray("missing")::add);
        });
        return result;
    }
}
