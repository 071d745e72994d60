package dev.sotto.server;

import dev.sotto.bot.version.Engines;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.time.Timers;
import dev.sotto.time.VertxTimers;
import io.vertx.core.Vertx;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a server is given besides its configuration, so that a test can be the one who decides.
 *
 * @param timers the clock of everything
 * @param engines the understanding engines, which the server closes
 */
public record Provisions(Function<Vertx, Timers> timers, Supplier<Engines> engines) {

    /** Returns the real time, and the engines of this installation. */
    public static Provisions ofInstallation() {
        return new Provisions(VertxTimers::new, () -> Engines.installed(new EncoderSource.OfClassPath()));
    }
}
