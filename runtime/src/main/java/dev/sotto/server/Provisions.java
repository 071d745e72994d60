package dev.sotto.server;

import dev.sotto.bot.version.Engines;
import dev.sotto.config.Engine;
import dev.sotto.config.ServerConfig;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.session.Onlooker;
import dev.sotto.time.Timers;
import dev.sotto.time.VertxTimers;
import dev.sotto.voice.LineOnlooker;
import dev.sotto.voice.SpeechEngines;
import dev.sotto.voice.VoicelessException;
import io.vertx.core.Vertx;
import java.util.function.Function;

/**
 * What a server is given besides its configuration, so that a test can be the one who decides.
 *
 * @param timers the clock of everything
 * @param engines the understanding engines for what is configured, which the server closes
 * @param onlooker sees every conversation; only for somebody's own, in their own process
 * @param lineOnlooker sees what is decided on every spoken line; for the same
 * @param speech the engines of speech for what is configured, which the server closes
 */
public record Provisions(
        Function<Vertx, Timers> timers,
        Function<Engine, Engines> engines,
        Onlooker onlooker,
        LineOnlooker lineOnlooker,
        Function<ServerConfig, Speech> speech) {

    /** Nobody speaks. */
    public static final Function<ServerConfig, Speech> SPEECHLESS = config -> () -> {
        throw new VoicelessException(VoicelessException.Reason.OFF);
    };

    /** Opens the engines of speech. */
    @FunctionalInterface
    public interface Speech {

        /**
         * Opens them. Blocking.
         *
         * @throws VoicelessException if there is no voice on this machine
         */
        SpeechEngines open() throws VoicelessException;
    }

    /** Returns the real time, and the engines of this installation. */
    public static Provisions ofInstallation(EncoderSource encoder, Function<ServerConfig, Speech> speech) {
        return watched(encoder, Onlooker.NONE, LineOnlooker.NONE, speech);
    }

    /** Returns the real time, the engines of this installation, and somebody who looks on. */
    public static Provisions watched(
            EncoderSource encoder,
            Onlooker onlooker,
            LineOnlooker lineOnlooker,
            Function<ServerConfig, Speech> speech) {
        return new Provisions(
                VertxTimers::new, engine -> Engines.installed(encoder, use(engine)), onlooker, lineOnlooker, speech);
    }

    private static Engines.Use use(Engine engine) {
        return switch (engine) {
            case AUTO -> Engines.Use.AS_ASKED;
            case EMBEDDING -> Engines.Use.ENCODER_OR_NONE;
            case OPENNLP -> Engines.Use.PURE_JAVA;
        };
    }
}
