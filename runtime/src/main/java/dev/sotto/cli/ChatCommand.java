package dev.sotto.cli;

import dev.sotto.access.Principal;
import dev.sotto.bot.Scope;
import dev.sotto.client.Conversation;
import dev.sotto.client.ConversationException;
import dev.sotto.config.ServerConfig;
import dev.sotto.session.Onlooker;
import dev.sotto.trace.Trace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Talks with a bot. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "Talk with a bot here, line by line, over a server that is started for it.",
            "Reads standard input to its end; an empty line is passed over."
        })
final class ChatCommand implements Callable<Integer> {

    private static final int PATIENCE_S = 60;

    private final Terminal terminal;

    @Parameters(paramLabel = "BOT", description = "The bot's name, or the path of its folder.")
    private String bot;

    @Option(names = "--locale", paramLabel = "LOCALE", description = "The language, such as en-GB; usually the bot's.")
    private String locale = "auto";

    @Option(names = "--scopes", paramLabel = "SCOPE", split = ",", description = "What you may do, for bots that ask.")
    private List<String> scopes = List.of();

    @Option(
            names = "--trace",
            description = "Show for each turn what was understood, decided and changed, and why; it stays here.")
    private boolean trace;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Option(names = "--json", description = "Print one JSON object a turn.")
    private boolean json;

    ChatCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ServerConfig config = options.load(OptionalInt.of(0)).config();
        BotChoice chosen = BotChoice.of(bot, config.bots().directory());
        Set<Scope> granted = granted();
        Workbench.sound(chosen);
        Optional<Trace> seen = trace ? Optional.of(new Trace()) : Optional.empty();
        try (OwnServer server = OwnServer.start(
                config, chosen, granted, seen.<Onlooker>map(on -> on).orElse(Onlooker.NONE))) {
            ChatLoop loop = new ChatLoop(terminal, json ? ChatLoop.Shape.JSON : ChatLoop.Shape.TEXT, seen);
            int unsaid = loop.run(open(server));
            if (unsaid > 0) {
                terminal.tell("sotto: the bot had ended the conversation; not said: " + unsaid
                        + (unsaid == 1 ? " line" : " lines"));
            }
        } catch (TimeoutException e) {
            throw CommandException.machine("the bot did not answer within " + PATIENCE_S + " seconds");
        }
        return ExitCode.DONE;
    }

    private Conversation open(OwnServer server) throws TimeoutException {
        try {
            return server.client().open(server.bot().value(), locale).await(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ConversationException refused) {
            throw CommandException.wrongUse(String.valueOf(refused.getMessage()));
        }
    }

    /** Whoever runs the bot on their own machine may see what it understood. */
    private Set<Scope> granted() {
        if (!scopes.stream().allMatch(Scope::isValid)) {
            throw CommandException.wrongUse("a scope is 1 to 64 of a-z, 0-9 and inner . _ -");
        }
        return Stream.concat(Stream.of(Principal.TRACE), scopes.stream().map(Scope::new))
                .collect(Collectors.toSet());
    }
}
