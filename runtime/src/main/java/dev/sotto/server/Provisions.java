package dev.sotto.server;

import dev.sotto.bot.version.Engines;
import dev.sotto.config.Engine;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.session.Onlooker;
import dev.sotto.time.Timers;
import dev.sotto.time.VertxTimers;
import io.vertx.core.Vertx;
import java.util.function.Function;

/**
 * What a server is given besides its configuration, so that a test can be the one who decides.
 *
 * @param timers the clock of everything
 * @param engines the understanding engines for what is configured, which the server closes
 * @param onlooker sees every conversation; only for somebody's own, in their own process
 */
public record Provisions(Function<Vertx, Timers> timers, Function<Engine, Engines> engines, Onlooker onlooker) {

    /** Returns the real time, and the engines of this installation. */
    public static Provisions ofInstallation(EncoderSource encoder) {
        return watched(encoder, Onlooker.NONE);
    }

    /** Returns the real time, the engines of this installation, and somebody who looks on. */
    public static Provisions watched(EncoderSource encoder, Onlooker onlooker) {
        return new Provisions(VertxTimers::new, engine -> Engines.installed(encoder, use(engine)), onlooker);
    }

    private static Engines.Use use(Engine engine) {
        return switch (engine) {
            case AUTO -> Engines.Use.AS_ASKED;
            case EMBEDDING -> Engines.Use.ENCODER_OR_NONE;
            case OPENNLP -> Engines.Use.PURE_JAVA;
        };
    }
}
