package dev.sotto.fulfilment;

import dev.sotto.turn.HookAnswer.Failure;

/** What went wrong with a call, in more detail than a conversation needs: for the operator, in the log. */
enum Trouble {
    /** Not https, or no host, or with a user in it. */
    URL("hook.url", Failure.FORBIDDEN),
    /** A host and port that {@code hooks.hosts} does not list. */
    HOST("hook.host_not_listed", Failure.FORBIDDEN),
    /** The host's name leads, among others, to an address that is not public and not listed. */
    ADDRESS("hook.address_not_allowed", Failure.FORBIDDEN),
    /** The host's name leads nowhere. */
    NAME("hook.name_unknown", Failure.UNAVAILABLE),
    /** The event is larger than Lex's. */
    EVENT("hook.event_too_large", Failure.TOO_LARGE),
    /** No connection, or one that broke; a certificate that is not trusted or of another host. */
    CONNECTION("hook.connection", Failure.UNAVAILABLE),
    /** A status of 500 or above. */
    SERVER_ERROR("hook.server_error", Failure.UNAVAILABLE),
    /** Any other status but 200; redirects are not followed. */
    STATUS("hook.status", Failure.UNAVAILABLE),
    /** An answer larger than Lex's. */
    ANSWER_SIZE("hook.answer_too_large", Failure.MALFORMED),
    /** An answer that is not in Lex's form; the log has what is wrong instead of this. */
    ANSWER("hook.answer", Failure.MALFORMED),
    /** A handler in this process that is not there. */
    HANDLER("hook.handler_unknown", Failure.FORBIDDEN),
    /** A handler in this process that broke. */
    HANDLER_FAILED("hook.handler_failed", Failure.UNAVAILABLE),
    /** The calls to this host before it failed, and it is left alone for a while. */
    CIRCUIT("hook.circuit_open", Failure.UNAVAILABLE),
    /** No answer in time. */
    TIMEOUT("hook.timeout", Failure.TIMEOUT),
    /** The bound was reached. */
    BUSY("hook.busy", Failure.BUSY);

    final String code;
    final Failure failure;

    Trouble(String code, Failure failure) {
        this.code = code;
        this.failure = failure;
    }

    /** Tells whether it was the host's: it is away, or as good as. */
    boolean showsNoHost() {
        return this == NAME || this == CONNECTION || this == SERVER_ERROR || this == TIMEOUT;
    }

    /** Tells whether it shows that the host is there, whatever it says. */
    boolean showsAHost() {
        return this == STATUS || this == ANSWER_SIZE || this == ANSWER;
    }

    /** Tells whether the same call may do better a second time. */
    boolean mayPass() {
        return this == CONNECTION || this == SERVER_ERROR;
    }
}
