package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.access.ApiKey;
import dev.sotto.access.NewApiKey;
import dev.sotto.bot.BotName;
import dev.sotto.bot.Scope;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an API key. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Make an API key for a server of yours, and its hash for server.yaml.",
            "The key is shown once and kept nowhere."
        })
final class KeysNewCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "Your name for the key: 1 to 64 of a-z, 0-9 and inner hyphens.")
    private String id;

    @Option(names = "--scopes", paramLabel = "SCOPE", split = ",", description = "What its holder may do.")
    private List<String> scopes = List.of();

    @Option(names = "--bots", paramLabel = "BOT", split = ",", description = "The only bots it opens sessions with.")
    private List<String> bots = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    KeysNewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        require(ApiKey.isValidId(id), "the key's name is 1 to 64 of a-z, 0-9 and inner hyphens");
        require(scopes.stream().allMatch(Scope::isValid), "a scope is 1 to 64 of a-z, 0-9 and inner . _ -");
        require(bots.stream().allMatch(BotName::isValid), "a bot's name is 1 to 64 of a-z, 0-9 and inner -");
        NewApiKey key = NewApiKey.named(id);
        if (json) {
            terminal.print(asJson(key));
        } else {
            terminal.print("The key, for the server of yours that is to hold it; it is not shown again:");
            terminal.print("  " + key.key().reveal());
            terminal.print("What to put into server.yaml, under access: and api-keys:");
            asYaml(key).forEach(terminal::print);
        }
        return ExitCode.DONE;
    }

    private static void require(boolean condition, String expected) {
        if (!condition) {
            throw CommandException.wrongUse(expected);
        }
    }

    private List<String> asYaml(NewApiKey key) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add("  - id: " + key.id());
        lines.add("    hash: " + key.hash());
        if (!scopes.isEmpty()) {
            lines.add("    scopes: [" + String.join(", ", scopes) + "]");
        }
        if (!bots.isEmpty()) {
            lines.add("    bots: [" + String.join(", ", bots) + "]");
        }
        return lines;
    }

    private ObjectNode asJson(NewApiKey key) {
        ObjectNode object = JsonNodeFactory.instance
                .objectNode()
                .put("id", key.id())
                .put("key", key.key().reveal())
                .put("hash", key.hash().toString());
        ArrayNode scopesNode = object.putArray("scopes");
        scopes.forEach(scopesNode::add);
        ArrayNode botsNode = object.putArray("bots");
        bots.forEach(botsNode::add);
        return object;
    }
}
