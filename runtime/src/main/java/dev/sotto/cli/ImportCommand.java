package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.BotName;
import dev.sotto.bot.exchange.ExchangeException;
import dev.sotto.bot.exchange.Imported;
import dev.sotto.bot.exchange.LexExport;
import dev.sotto.bot.testing.BotCheck;
import dev.sotto.yaml.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes bots of an export of Amazon Lex. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Make a bot of an export of Amazon Lex, V2 or V1, and tell what of it was left.",
            "Several bots, or locales of one, become a folder each below DIR."
        })
final class ImportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The export: a zip archive, or the JSON file of a V1 export.")
    private Path file;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder that the bot gets; not there yet, or empty.")
    private Path out;

    @Option(
            names = "--hook",
            paramLabel = "URL",
            description = "Where the bot's own code is, https; without it the bot calls none.")
    private Optional<URI> hook = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object a bot.")
    private boolean json;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (hook.filter(address -> !"https".equals(address.getScheme()) || address.getHost() == null)
                .isPresent()) {
            throw CommandException.wrongUse("--hook takes an address that begins with https://");
        }
        Map<Path, Imported> bots = places(read());
        NewFolders folders = NewFolders.at(out);
        bots.forEach((place, bot) -> folders.add(place, nameOf(place), bot, hook));
        folders.keep();
        boolean sound = true;
        for (Map.Entry<Path, Imported> bot : bots.entrySet()) {
            sound &= tell(bot.getKey(), bot.getValue());
        }
        return sound ? ExitCode.DONE : ExitCode.FALLS_SHORT;
    }

    private List<Imported> read() {
        try {
            return LexExport.read(file, hook);
        } catch (ExchangeException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()));
        }
    }

    /** Returns where each bot comes to lie. */
    private Map<Path, Imported> places(List<Imported> bots) {
        if (bots.size() == 1) {
            return Map.of(out, bots.get(0));
        }
        Map<Path, Imported> places = new TreeMap<>();
        for (Imported bot : bots) {
            String wanted = BotName.like(bot.title() + "-" + bot.locale()).value();
            Path place = out.resolve(wanted);
            for (int i = 2; places.containsKey(place); i++) {
                place = out.resolve(wanted + "-" + i);
            }
            places.put(place, bot);
        }
        return places;
    }

    private static BotName nameOf(Path place) {
        return BotName.like(String.valueOf(place.toAbsolutePath().normalize().getFileName()));
    }

    private boolean tell(Path place, Imported bot) {
        List<Problem> problems = BotCheck.of(place, place.toString()).problems();
        problems.forEach(problem -> terminal.tell(problem.describe()));
        if (json) {
            terminal.print(asJson(place, bot));
        } else {
            terminal.print(Report.of(place.toString(), bot));
        }
        return problems.isEmpty();
    }

    private static ObjectNode asJson(Path place, Imported bot) {
        ObjectNode object = JsonNodeFactory.instance
                .objectNode()
                .put("bot", nameOf(place).value())
                .put("source", bot.source())
                .put("intents", bot.intents())
                .put("slots", bot.slots())
                .put("translated", bot.translated());
        bot.approximated().forEach(object.putArray("approximated")::add);
        bot.left().forEach(object.putArray("left")::add);
        return object;
    }
}
