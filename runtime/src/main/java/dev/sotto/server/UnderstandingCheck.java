package dev.sotto.server;

import dev.sotto.bot.Intent;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.Bots;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.nlu.Example;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Moment;
import dev.sotto.sensitive.Utterance;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Has the models understand what their own authors wrote: an example of an intent must lead to that intent. One that
 * does is enough, for all bots share their engines, and an author's odd example must not take a server down. Safe for
 * any thread.
 */
final class UnderstandingCheck {

    private static final int MOST_EXAMPLES = 8;

    private final Supplier<Bots> bots;
    private final EngineAdapter nlu;

    UnderstandingCheck(Supplier<Bots> bots, EngineAdapter nlu) {
        this.bots = bots;
        this.nlu = nlu;
    }

    /** Returns whether something was understood. */
    Future<Boolean> run() {
        return nlu.call(() -> anyIsUnderstood(bots.get()));
    }

    private static boolean anyIsUnderstood(Bots bots) {
        return bots.list().stream()
                .anyMatch(bot -> bots.resolve(bot.name())
                        .map(UnderstandingCheck::isUnderstood)
                        .orElse(false));
    }

    private static boolean isUnderstood(BotLease lease) {
        try (lease) {
            CompiledLocale bot = lease.version().main();
            return bot.bot().intents().stream().limit(MOST_EXAMPLES).anyMatch(intent -> isUnderstood(bot, intent));
        }
    }

    private static boolean isUnderstood(CompiledLocale bot, Intent intent) {
        Optional<Heard> example = intent.says().stream()
                .map(Example::parts)
                .filter(parts -> parts.stream().noneMatch(Example.Placeholder.class::isInstance))
                .map(UnderstandingCheck::heard)
                .findFirst();
        return example.map(heard -> bot.interpreter().understand(heard, new Expectation.Anything(), Moment.EXAMPLE))
                .flatMap(understanding -> understanding.best())
                .map(best -> best.intent().equals(intent.name()))
                .orElse(false);
    }

    private static Heard heard(List<Example.Part> parts) {
        return Heard.typed(
                new Utterance(parts.stream().map(UnderstandingCheck::words).collect(Collectors.joining())));
    }

    private static String words(Example.Part part) {
        if (part instanceof Example.Text text) {
            return text.text();
        }
        return part instanceof Example.Value value ? value.text() : "";
    }
}
