package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.BotName;
import dev.sotto.bot.version.AliasName;
import dev.sotto.bot.version.VersionId;
import dev.sotto.bot.version.VersionStore;
import dev.sotto.yaml.NearestName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows and moves the names under which versions of a bot are served. */
@Command(
        name = "alias",
        mixinStandardHelpOptions = true,
        description = {
            "List the versions of a bot that a server has built, and the names under which they are served; or let a",
            "name stand for another one. What is live is the bot itself; any other name is asked for as BOT-NAME.",
            "A running server follows within a second; conversations keep the version they began with."
        })
final class AliasCommand implements Callable<Integer> {

    private static final int SHORTEST = 4;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "BOT", description = "The bot's name.")
    private String bot;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The alias, such as live.")
    private @Nullable String name;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "The version that it is to stand for: its first digits, or another alias.")
    private @Nullable String version;

    @Option(names = "--remove", description = "Take the alias away.")
    private boolean remove;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    AliasCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path state = options.load().config().storage().directory();
        VersionStore store = new VersionStore(state);
        BotName known = known(store, state);
        try {
            change(store, known);
        } catch (IOException e) {
            throw CommandException.machine("cannot write to " + state);
        }
        if (json) {
            terminal.print(asJson(store, known));
        } else {
            print(store, known);
        }
        return ExitCode.DONE;
    }

    private void change(VersionStore store, BotName known) throws IOException {
        if (name == null || (version == null && !remove)) {
            if (name != null) {
                throw CommandException.wrongUse("which version is " + name + " to stand for? Or --remove");
            }
            return;
        }
        if (!AliasName.isValid(name)) {
            throw CommandException.wrongUse("an alias is 1 to 32 of a-z, 0-9 and inner hyphens");
        }
        AliasName alias = new AliasName(name);
        if (alias.equals(AliasName.LATEST)) {
            throw CommandException.wrongUse("latest is what was built last; it moves by itself");
        }
        if (version != null) {
            store.point(known, alias, meant(store, known, version));
        } else if (alias.equals(AliasName.LIVE)) {
            throw CommandException.wrongUse("live is what people get; it can be moved and not be removed");
        } else {
            store.remove(known, alias);
        }
    }

    private BotName known(VersionStore store, Path state) {
        List<String> names = store.bots().stream().map(BotName::value).toList();
        if (names.contains(bot)) {
            return new BotName(bot);
        }
        String nearest = NearestName.of(bot, names)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; a server keeps those that it serves");
        throw CommandException.wrongUse("no versions of " + bot + " are kept in " + state + nearest);
    }

    private static VersionId meant(VersionStore store, BotName known, String text) {
        Optional<VersionId> alias =
                AliasName.isValid(text) ? store.alias(known, new AliasName(text)) : Optional.empty();
        if (alias.isPresent()) {
            return alias.get();
        }
        List<VersionId> found = store.versions(known).stream()
                .map(VersionStore.Kept::id)
                .filter(id -> text.length() >= SHORTEST && id.value().startsWith(text))
                .toList();
        if (found.size() != 1) {
            throw CommandException.wrongUse((found.isEmpty() ? "no version " : "more than one version begins with ")
                    + text + "; sotto alias " + known + " lists them");
        }
        return found.get(0);
    }

    private void print(VersionStore store, BotName known) {
        store.aliases(known).forEach((alias, id) -> terminal.print(String.format("%-12s%s", alias, id)));
        terminal.print("");
        for (VersionStore.Kept kept : store.versions(known)) {
            terminal.print(kept.id() + "  built " + kept.built());
        }
    }

    private static ObjectNode asJson(VersionStore store, BotName known) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("bot", known.value());
        ObjectNode aliases = object.putObject("aliases");
        for (Map.Entry<AliasName, VersionId> alias : store.aliases(known).entrySet()) {
            aliases.put(alias.getKey().value(), alias.getValue().value());
        }
        ArrayNode versions = object.putArray("versions");
        for (VersionStore.Kept kept : store.versions(known)) {
            versions.addObject()
                    .put("version", kept.id().value())
                    .put("built", kept.built().toString());
        }
        return object;
    }
}
