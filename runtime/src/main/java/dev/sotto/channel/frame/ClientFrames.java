package dev.sotto.channel.frame;

import dev.sotto.bot.BotName;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.sensitive.Secret;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import dev.sotto.session.ClientId;
import dev.sotto.turn.SessionId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what comes from clients. Each method takes the bytes of one whole frame or body, from the buffer's position to
 * its limit, and leaves the buffer as it was: whoever owns it wipes it.
 */
public final class ClientFrames {

    /** The version of the protocol that is spoken here. */
    public static final int VERSION = 1;

    private static final Pattern DIGITS = Pattern.compile("[0-9*#A-D]{1,32}");
    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern LOCALE = Pattern.compile("auto|[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}");

    private ClientFrames() {}

    /**
     * Reads a control frame.
     *
     * @param maxText code points that may be typed at once
     * @throws RefusedException if it is none
     */
    public static ClientFrame decode(ByteBuffer bytes, int maxText) {
        Members members = Members.read(bytes);
        return switch (members.text("type")) {
            case "hello" -> hello(members);
            case "text" -> text(members, maxText);
            case "dtmf" -> dtmf(members);
            case "played" -> new ClientFrame.Played(matching(MARK, members.text("mark")));
            case "microphone" -> microphone(members.text("state"));
            case "seen" -> new ClientFrame.Seen(members.number("upto", 0, Members.MAX_NUMBER));
            case "end" -> new ClientFrame.End(seq(members));
            default -> throw new RefusedException(RefusalCode.FRAME_UNKNOWN);
        };
    }

    /**
     * Reads the body that opens a session over HTTP.
     *
     * @throws RefusedException if it is none
     */
    public static ClientFrame.Open decodeOpening(ByteBuffer body) {
        return open(Members.read(body));
    }

    /**
     * Reads the body of a turn over HTTP: a text or keys.
     *
     * @param maxText code points that may be typed at once
     * @throws RefusedException if it is neither, or both
     */
    public static ClientFrame.Numbered decodeTurn(ByteBuffer body, int maxText) {
        Members members = Members.read(body);
        if (members.has("text") == members.has("digits")) {
            throw Members.malformed();
        }
        return members.has("text") ? text(members, maxText) : dtmf(members);
    }

    /**
     * Reads the body that asks for a token.
     *
     * @throws RefusedException if it is none
     */
    public static TokenRequest decodeTokenRequest(ByteBuffer body) {
        return TokenRequest.of(Members.read(body));
    }

    /**
     * Reads the body that asks for a ticket for a telephone call.
     *
     * @throws RefusedException if it is none
     */
    public static CallRequest decodeCallRequest(ByteBuffer body) {
        return CallRequest.of(Members.read(body));
    }

    private static ClientFrame hello(Members members) {
        if (members.number("version", 0, Members.MAX_NUMBER) != VERSION) {
            throw new RefusedException(RefusalCode.VERSION_UNSUPPORTED);
        }
        if (!members.has("resume")) {
            return open(members);
        }
        if (members.has("token") || members.has("bot")) {
            throw Members.malformed();
        }
        return resume(members.object("resume"), AudioOffer.of(members));
    }

    private static ClientFrame.Open open(Members members) {
        BotName bot = botName(members.text("bot"));
        Secret token = new Secret(members.text("token"));
        Optional<ClientId> client = members.optionalText("client").map(ClientFrames::clientId);
        return new ClientFrame.Open(bot, token, locale(members), client, AudioOffer.of(members));
    }

    static Optional<String> locale(Members members) {
        Optional<String> locale = members.optionalText("locale");
        if (locale.isPresent() && !LOCALE.matcher(locale.get()).matches()) {
            throw new RefusedException(RefusalCode.LOCALE_UNKNOWN);
        }
        return locale;
    }

    private static ClientFrame.Resume resume(Members members, Optional<AudioOffer> audio) {
        String session = members.text("session");
        Secret key = new Secret(members.text("key"));
        long seen = members.number("seen", 0, Members.MAX_NUMBER);
        if (!SessionId.isValid(session)) {
            throw new RefusedException(RefusalCode.SESSION_UNKNOWN);
        }
        return new ClientFrame.Resume(new SessionId(session), key, seen, audio);
    }

    private static ClientFrame.Microphone microphone(String state) {
        return switch (state) {
            case "on" -> new ClientFrame.Microphone(ClientFrame.Microphone.State.ON);
            case "off" -> new ClientFrame.Microphone(ClientFrame.Microphone.State.OFF);
            default -> throw Members.malformed();
        };
    }

    private static ClientFrame.Numbered text(Members members, int maxText) {
        long seq = seq(members);
        Utterance text = new Utterance(members.text("text"));
        int length = text.length();
        if (length == 0) {
            return new ClientFrame.Unfit(seq, RefusalCode.TEXT_EMPTY);
        }
        return length > maxText
                ? new ClientFrame.Unfit(seq, RefusalCode.TEXT_TOO_LONG)
                : new ClientFrame.Text(seq, text);
    }

    private static ClientFrame.Dtmf dtmf(Members members) {
        return new ClientFrame.Dtmf(seq(members), new SlotValue(matching(DIGITS, members.text("digits"))));
    }

    private static long seq(Members members) {
        return members.number("seq", 1, Members.MAX_NUMBER);
    }

    private static ClientId clientId(String text) {
        if (!ClientId.isValid(text)) {
            throw Members.malformed();
        }
        return new ClientId(text);
    }

    /** A name that no bot can have is the name of no bot. */
    static BotName botName(String text) {
        if (!BotName.isValid(text)) {
            throw new RefusedException(RefusalCode.BOT_UNKNOWN);
        }
        return new BotName(text);
    }

    static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw Members.malformed();
        }
        return text;
    }
}
