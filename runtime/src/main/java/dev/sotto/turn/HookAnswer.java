package dev.sotto.turn;

import dev.sotto.lex.LexHookResponse;

/** What came of a call to a hook. */
public sealed interface HookAnswer {

    /** It answered in form. Whether the answer fits the conversation is for the dialogue to say. */
    record Answered(LexHookResponse response) implements HookAnswer {}

    /** It did not. */
    record Failed(Failure failure) implements HookAnswer {}

    /** Why a hook did not answer. */
    enum Failure {
        /** Not in time, the retry included. */
        TIMEOUT,
        /** No connection, or a status other than 200. */
        UNAVAILABLE,
        /** The address is not one that this installation may call. */
        FORBIDDEN,
        /** An answer that is not Lex's response format. */
        MALFORMED,
        /** What the hook would have to be told is more than Lex tells one: 12 KiB. */
        TOO_LARGE,
        /** As many calls under way as this installation allows. */
        BUSY
    }
}
