package dev.sotto.bot.version;

/** An understanding engine that bots ask for cannot be used on this machine, and the operator allows no other. */
public final class EngineUnavailableException extends RuntimeException {

    EngineUnavailableException(String engine, Throwable cause) {
        super("the understanding engine " + engine + " cannot be used on this machine", cause);
    }
}
