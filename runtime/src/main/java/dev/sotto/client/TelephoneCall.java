package dev.sotto.client;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.UUID;

/**
 * A telephone call to a bot, as an exchange brings one by AudioSocket: a recording goes in, with silence behind it, and what
 * the bot says is not listened to. Confined to the event loop it was opened on, but for its public methods, which may be
 * called from anywhere.
 */
public final class TelephoneCall {

    /** Samples a second, of 16 bits each. */
    public static final int RATE = 8_000;

    private static final int FRAME_MILLIS = 20;
    private static final int FRAME = RATE * FRAME_MILLIS / 1000 * Short.BYTES;

    /** So much silence behind a recording ends any turn. */
    private static final int SILENCE_FRAMES = 150;

    private static final byte UUID_KIND = 0x01;
    private static final byte AUDIO_KIND = 0x10;

    private final Context loop;
    private final NetSocket socket;
    private final byte[] audio;
    private final Promise<Void> ended = Promise.promise();
    private Promise<Void> reached = Promise.promise();
    private int next;
    private int hold;

    private TelephoneCall(Context loop, NetSocket socket, byte[] audio) {
        this.loop = loop;
        this.socket = socket;
        this.audio = audio;
    }

    /** Begins a call over a new connection, on its event loop. */
    static TelephoneCall over(Context loop, NetSocket socket, UUID ticket, byte[] audio) {
        TelephoneCall call = new TelephoneCall(loop, socket, audio);
        socket.handler(heard -> {});
        socket.closeHandler(closed -> call.ended());
        call.send(Buffer.buffer()
                .appendByte(UUID_KIND)
                .appendShort((short) (2 * Long.BYTES))
                .appendLong(ticket.getMostSignificantBits())
                .appendLong(ticket.getLeastSignificantBits()));
        return call;
    }

    /** Plays the recording up to a point, and after that sends nothing; fails if the server hangs up before. */
    public Future<Void> playUpTo(Duration point) {
        return feedUpTo((int) (point.toMillis() / FRAME_MILLIS));
    }

    /** Plays the rest of the recording, and silence until whatever was said is over; fails if the server hangs up before. */
    public Future<Void> play() {
        return feedUpTo((audio.length + FRAME - 1) / FRAME + SILENCE_FRAMES);
    }

    /** Hangs up; completes when the server has ended the call. */
    public Future<Void> hangUp() {
        loop.runOnContext(ignored -> send(Buffer.buffer(new byte[3])));
        return ended.future();
    }

    private Future<Void> feedUpTo(int frame) {
        Promise<Void> there = Promise.promise();
        loop.runOnContext(ignored -> {
            reached = there;
            hold = frame;
            feed();
        });
        return there.future();
    }

    private void feed() {
        if (ended.future().isComplete()) {
            reached.tryFail(hungUp());
            return;
        }
        if (next >= hold) {
            reached.tryComplete();
            return;
        }
        byte[] frame = new byte[FRAME];
        int from = Math.min(audio.length, next * FRAME);
        System.arraycopy(audio, from, frame, 0, Math.min(FRAME, audio.length - from));
        next++;
        send(Buffer.buffer().appendByte(AUDIO_KIND).appendShort((short) FRAME).appendBytes(frame));
        loop.owner().setTimer(FRAME_MILLIS, ignored -> feed());
    }

    private void send(Buffer message) {
        socket.write(message).onFailure(failed -> ended());
    }

    private void ended() {
        ended.tryComplete();
        reached.tryFail(hungUp());
    }

    private static ConversationException hungUp() {
        return new ConversationException("call.ended", "the server has hung up");
    }
}
