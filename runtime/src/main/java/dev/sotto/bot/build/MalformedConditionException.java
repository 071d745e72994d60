package dev.sotto.bot.build;

/** A condition cannot be read. Says where and what was found, in the author's words and nobody else's. */
final class MalformedConditionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String found;

    MalformedConditionException(int offset, String found) {
        super(found, null, false, false);
        this.offset = offset;
        this.found = found;
    }

    /** Returns the code unit at which it stops being one. */
    int offset() {
        return offset;
    }

    String found() {
        return found;
    }
}
