package dev.sotto.client;

/** The server refused, or the conversation broke off. Carries what the server says about it, never what a person said. */
public final class ConversationException extends RuntimeException {

    private final String code;

    public ConversationException(String code, String message) {
        super(code + ": " + message, null, false, false);
        this.code = code;
    }

    /** Returns the stable dotted code, as the protocol lists it, or {@code connection.closed}. */
    public String code() {
        return code;
    }
}
