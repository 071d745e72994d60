package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.testing.BotCheck;
import dev.sotto.bot.testing.SpeakableCheck;
import dev.sotto.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports every problem of bots. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Report every problem of a bot: where, what was found and what was expected.")
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "BOT", description = "A bot's name, or the path of its folder.")
    private List<String> bots;

    @Option(names = "--bots", paramLabel = "DIR", description = "The directory with a folder for each bot.")
    private Path directory = Installation.bots();

    @Option(names = "--json", description = "Print one JSON object a problem.")
    private boolean json;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<BotChoice> chosen =
                bots.stream().map(bot -> BotChoice.of(bot, directory)).toList();
        boolean fine = true;
        for (BotChoice bot : chosen) {
            fine &= check(bot);
        }
        return fine ? ExitCode.DONE : ExitCode.FALLS_SHORT;
    }

    private boolean check(BotChoice bot) {
        BotCheck check = BotCheck.of(bot.folder(), bot.shown());
        List<Problem> found = check.problems();
        List<Problem> notes = new ArrayList<>(check.notes());
        check.written().map(SpeakableCheck::notes).ifPresent(notes::addAll);
        if (json) {
            found.forEach(problem -> terminal.print(asJson(problem)));
            notes.forEach(note -> terminal.print(asJson(note).put("note", true)));
        } else {
            found.forEach(problem -> terminal.print(problem.describe()));
            notes.forEach(note -> terminal.print(note.describeAsNote()));
            String besides = notes.isEmpty() ? "" : ", " + count(notes.size(), "note");
            terminal.print(bot.shown() + ": " + count(found.size(), "problem") + besides);
        }
        return found.isEmpty();
    }

    private static String count(int count, String what) {
        return switch (count) {
            case 0 -> "no " + what + "s";
            case 1 -> "1 " + what;
            default -> count + " " + what + "s";
        };
    }

    private static ObjectNode asJson(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", problem.position().file())
                .put("line", problem.position().line())
                .put("column", problem.position().column())
                .put("code", problem.code())
                .put("found", problem.found())
                .put("expected", problem.expected())
                .put("suggestion", problem.suggestion().orElse(null));
    }
}
