package dev.sotto.channel.frame;

import dev.sotto.bot.BotName;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.sensitive.Secret;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import dev.sotto.session.ClientId;
import dev.sotto.turn.SessionId;
import java.util.Optional;

/** What a client can send, checked to the last member (docs/protocol.md, section 2). */
public sealed interface ClientFrame {

    /**
     * Opens a session.
     *
     * @param locale the wish of the client, if it has one
     * @param client the client's own id for the conversation
     * @param audio what a client sends and plays that can speak and listen
     */
    record Open(
            BotName bot, Secret token, Optional<String> locale, Optional<ClientId> client, Optional<AudioOffer> audio)
            implements ClientFrame {}

    /**
     * Comes back to a session.
     *
     * @param seen the number of the last output that was handled
     * @param audio as when opening
     */
    record Resume(SessionId session, Secret key, long seen, Optional<AudioOffer> audio) implements ClientFrame {}

    /** Something was typed, not nothing and not too much. */
    record Text(long seq, Utterance text) implements Numbered {}

    /** Keys were pressed. */
    record Dtmf(long seq, SlotValue digits) implements Numbered {}

    /** The person leaves. */
    record End(long seq) implements Numbered {}

    /** An input in form, whose content is not acceptable. It is not taken, and its number stays free. */
    record Unfit(long seq, RefusalCode code) implements Numbered {}

    /** Playback reached a mark. */
    record Played(String mark) implements ClientFrame {}

    /** The microphone is on, and audio will come; or it is off, and none will. */
    record Microphone(State state) implements ClientFrame {

        /** Of a microphone. */
        public enum State {
            ON,
            OFF
        }
    }

    /** Outputs up to this number need not be kept for a resume. */
    record Seen(long upto) implements ClientFrame {}

    /** Any of the inputs, which the client counts. */
    sealed interface Numbered extends ClientFrame {

        /** Its number, from 1. */
        long seq();
    }
}
