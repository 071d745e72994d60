package dev.sotto.channel.frame;

import dev.sotto.bot.BotName;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.sensitive.Secret;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import dev.sotto.session.ClientId;
import dev.sotto.turn.SessionId;
import java.time.Duration;
import java.util.Optional;

/** What a client can send, checked to the last member (docs/protocol.md, section 2). */
public sealed interface ClientFrame {

    /**
     * Opens a session.
     *
     * @param locale the wish of the client, if it has one
     * @param client the client's own id for the conversation
     */
    record Open(BotName bot, Secret token, Optional<String> locale, Optional<ClientId> client) implements ClientFrame {}

    /**
     * Comes back to a session.
     *
     * @param seen the number of the last output that was handled
     */
    record Resume(SessionId session, Secret key, long seen) implements ClientFrame {}

    /** Something was typed, not nothing and not too much. */
    record Text(long seq, Utterance text) implements Numbered {}

    /** Keys were pressed. */
    record Dtmf(long seq, SlotValue digits) implements Numbered {}

    /** Playback reached a mark. */
    record Played(long seq, String mark) implements Numbered {}

    /** The person spoke over the playback, this far into it. */
    record Interrupted(long seq, Duration at) implements Numbered {}

    /** The person leaves. */
    record End(long seq) implements Numbered {}

    /** An input in form, whose content is not acceptable. It is not taken, and its number stays free. */
    record Unfit(long seq, RefusalCode code) implements Numbered {}

    /** Outputs up to this number need not be kept for a resume. */
    record Seen(long upto) implements ClientFrame {}

    /** Any of the inputs, which the client counts. */
    sealed interface Numbered extends ClientFrame {

        /** Its number, from 1. */
        long seq();
    }
}
