package dev.sotto.metrics;

import java.util.Locale;

/**
 * Every bound of the runtime by name. The name in metrics and the key in {@code server.yaml} under {@code limits} are
 * the same word: {@code limits.sessions}. Each says what is decided when it is reached.
 */
public enum Bound {
    /** Sessions that exist, attached or not. One more is refused: {@code busy.sessions}. */
    SESSIONS,
    /** Inputs of one session that wait for their turn. One more is refused: {@code busy.session}. */
    MAILBOX,
    /** Outputs of one session kept for a resume. The oldest go; a client that needs them starts anew. */
    REPLAY,
    /** Open sockets. One more is refused at the upgrade with 503. */
    SOCKETS,
    /** Open sockets without a valid {@code hello} yet. One more is refused at the upgrade with 503. */
    UNPROVEN_SOCKETS,
    /** Bytes queued towards one client. Beyond it nothing more is sent until it reads, and audio into a call is dropped. */
    WRITE_QUEUE,
    /** Tokens issued and not yet used. One more is refused: {@code rate.limited}. */
    TOKENS,
    /** Tickets for telephone calls, given out and not yet used. One more is refused: {@code rate.limited}. */
    CALL_TICKETS,
    /** People who speak at a time. One more is refused: {@code busy.speech}; those who speak never notice. */
    LINES,
    /** Stretches of audio that wait to be listened to. One more breaks its line: {@code busy.speech}. */
    SPEECH_QUEUE,
    /** Texts that wait to be spoken. One more is shown and not heard. */
    VOICE_QUEUE,
    /** Addresses, keys and sessions whose rate is remembered. The longest unused make room. */
    RATES,
    /** Utterances that wait to be understood. One more is refused: {@code busy.nlu}. */
    NLU_QUEUE,
    /** Calls to hooks under way. One more fails at once, as if the hook were away. */
    HOOK_CALLS,
    /** Calls to one host that fail in a row. Then none is made for a while; each fails at once. */
    HOOK_FAILURES,
    /** Calls to handlers in this process that wait for a thread. One more fails at once, as if it were away. */
    HOOK_HANDLERS;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the last part of its configuration key. */
    public String key() {
        return key;
    }

    /** Returns its configuration key. */
    public String configKey() {
        return "limits." + key;
    }
}
