package dev.sotto.bot.exchange;

/** An export that cannot be imported. The message says what was found, where, and what was expected. */
public final class ExchangeException extends Exception {

    ExchangeException(String message) {
        super(message);
    }
}
