package dev.sotto.channel.websocket;

import dev.sotto.access.Limiter;
import dev.sotto.channel.Census;
import dev.sotto.channel.frame.AudioOffer;
import dev.sotto.channel.frame.ClientFrame;
import dev.sotto.channel.frame.ClientFrames;
import dev.sotto.channel.frame.ServerFrames;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.metrics.Bound;
import dev.sotto.refusal.CloseCode;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.session.Attachment;
import dev.sotto.time.Timers;
import dev.sotto.turn.Input;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.http.WebSocketInternal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket, from its upgrade to its end. Confined to its event loop.
 *
 * <p>It begins by waiting for {@code hello}. While that is looked at nothing more is read. Then it is attached to a
 * session; and from the first reason to close it on, everything that still comes is thrown away until the client has
 * said goodbye or its time for that is up.
 */
final class SocketConnection implements ChannelWatch.Listener, SocketWriter.Listener, SocketVoice.Connection {

    private static final EventLog LOG = EventLog.of(Component.CHANNEL);
    private static final Buffer NOTHING = Buffer.buffer(0);

    private final ServerWebSocket socket;
    private final ChannelHandlerContext channel;
    private final Executor loop;
    private final Peer peer;
    private final Census.Place place;
    private final SocketSurroundings around;
    private final SocketWriter writer;
    private final MessageAssembler assembler;
    private final Heartbeat heartbeat;

    private State state = State.GREETING;
    private Timers.Alarm deadline;
    private @Nullable Attachment attachment;
    private @Nullable SocketVoice voice;
    private boolean held;

    SocketConnection(
            ServerWebSocket socket, ContextInternal context, Peer peer, Census.Place place, SocketSurroundings around) {
        this.socket = socket;
        this.channel = ((WebSocketInternal) socket).channelHandlerContext();
        this.loop = task -> context.emit(task, Runnable::run);
        this.peer = peer;
        this.place = place;
        this.around = around;
        SocketSettings settings = around.settings();
        long most = (long) settings.writeQueue() * SocketSettings.MOST_QUEUES;
        this.writer = new SocketWriter(channel, around.timers(), settings.slowClient(), most, this);
        this.assembler = new MessageAssembler(
                settings.sizes(), settings.slowClient(), around.timers(), this::message, this::audio, this::tooSlow);
        this.heartbeat = new Heartbeat(around.timers(), this::ping, this::tooSlow);
        this.deadline = around.timers().after(settings.hello(), () -> fail(RefusalCode.HELLO_LATE));
    }

    /** Begins to listen. */
    void start() {
        channel.pipeline().addBefore(channel.name(), "watch", new ChannelWatch(loop, this));
        socket.setWriteQueueMaxSize(around.settings().writeQueue());
        socket.frameHandler(this::frame);
        socket.closeHandler(closed -> gone());
        heartbeat.start();
    }

    private void frame(WebSocketFrame frame) {
        if (state == State.CLOSED) {
            return;
        }
        heartbeat.heard();
        try {
            if (!isAudio(frame)) {
                // How much audio comes is bounded by how much of it waits to be heard.
                around.limits().demand(Limiter.FRAMES_BY_CONNECTION, peer.id());
            }
            if (frame.isText() || frame.isBinary() || frame.isContinuation()) {
                assembler.take(frame);
            }
        } catch (RuntimeException refused) {
            fail(refused);
        }
    }

    private boolean isAudio(WebSocketFrame frame) {
        return frame.isBinary() && voice != null && voice.isAgreed();
    }

    private void message(ByteBuffer bytes) {
        ClientFrame frame = ClientFrames.decode(bytes, around.settings().sizes().text());
        if (state == State.GREETING) {
            greet(frame);
        } else if (attachment != null && voice != null) {
            ClientInputs.pass(frame, attachment, voice);
        }
    }

    private void audio(ByteBuffer bytes) {
        if (voice == null) {
            throw new RefusedException(RefusalCode.FRAME_UNEXPECTED);
        }
        voice.hear(bytes);
    }

    private void greet(ClientFrame frame) {
        voice = new SocketVoice(around.voices(), offered(frame), this, loop);
        SocketOutlet outlet = new SocketOutlet(this, voice, around.settings().sizes(), loop);
        state = State.ADMITTING;
        deadline.cancel();
        socket.pause();
        around.greeting().admit(frame, peer, outlet).onSuccess(this::admitted).onFailure(this::fail);
    }

    private static Optional<AudioOffer> offered(ClientFrame frame) {
        if (frame instanceof ClientFrame.Open open) {
            return open.audio();
        }
        return frame instanceof ClientFrame.Resume resume ? resume.audio() : Optional.empty();
    }

    private void admitted(Attachment session) {
        if (state == State.CLOSED) {
            session.detach();
            return;
        }
        state = State.ATTACHED;
        attachment = session;
        place.prove();
        drained();
    }

    /** Sends a frame, unless the connection is closing. */
    @Override
    public void send(byte[] frame) {
        if (state != State.CLOSED) {
            writer.write(frame);
        }
    }

    @Override
    public void sendAudio(byte[] audio) {
        if (state != State.CLOSED) {
            writer.writeBinary(audio);
        } else {
            Arrays.fill(audio, (byte) 0);
        }
    }

    @Override
    public void submit(Input input) {
        if (attachment != null) {
            attachment.submitSpoken(input);
        }
    }

    @Override
    public void hold() {
        held = true;
        socket.pause();
    }

    @Override
    public void readOn() {
        held = false;
        drained();
    }

    /** Tells the client of a refusal, and closes if the table says so. */
    void refused(Refusal refusal, OptionalLong cause) {
        send(ServerFrames.error(refusal, cause));
        refusal.code().closeCode().ifPresent(this::close);
    }

    /** Closes because of a refusal. */
    void fail(RefusalCode code) {
        fail(new RefusedException(code));
    }

    private void fail(Throwable failure) {
        if (state == State.CLOSED) {
            return;
        }
        Refusal refusal = around.refusals().explain(failure);
        LOG.info(Event.CONNECTION_REFUSED, Field.code(refusal.code().code()));
        release();
        writer.write(ServerFrames.error(refusal, OptionalLong.empty()));
        sayGoodbye(refusal.code().closeCode().orElse(CloseCode.BAD_FRAME));
    }

    /** Closes once the bot has been heard, or at once if it says nothing. */
    void closeAfterwards(CloseCode code) {
        if (voice == null || !voice.isSpeaking()) {
            close(code);
        } else if (state != State.CLOSED) {
            deadline = around.timers().after(SocketSettings.LAST_WORDS, () -> closeAfterwards(code));
        }
    }

    /** Closes without another word. */
    void close(CloseCode code) {
        if (state != State.CLOSED) {
            release();
            sayGoodbye(code);
        }
    }

    /** Sees to it that the connection ends even if the client does not answer. */
    private void sayGoodbye(CloseCode code) {
        LOG.debug(Event.CONNECTION_CLOSED, Field.status(code.number()));
        writer.flush();
        deadline = around.timers().after(SocketSettings.FAREWELL, writer::cut);
        socket.close((short) code.number()).onComplete(closed -> deadline.cancel());
        socket.resume();
    }

    private void gone() {
        if (state != State.CLOSED) {
            release();
        }
        deadline.cancel();
        place.leave();
    }

    /** Lets go of everything but the socket itself. */
    private void release() {
        state = State.CLOSED;
        deadline.cancel();
        heartbeat.stop();
        assembler.clear();
        writer.retire();
        if (voice != null) {
            voice.close();
        }
        if (attachment != null) {
            attachment.detach();
            attachment = null;
        }
    }

    private void ping() {
        socket.writePing(NOTHING).onFailure(failed -> tooSlow());
    }

    @Override
    public void broken(RefusalCode code) {
        fail(code);
    }

    @Override
    public void writabilityChanged() {
        writer.writabilityChanged();
    }

    @Override
    public void full() {
        around.metrics().boundReached(Bound.WRITE_QUEUE);
        if (state == State.ATTACHED) {
            socket.pause();
        }
    }

    @Override
    public void drained() {
        if (state == State.ATTACHED && !held && !writer.isFull()) {
            socket.resume();
        }
    }

    @Override
    public void tooSlow() {
        fail(RefusalCode.CLIENT_SLOW);
    }

    private enum State {
        GREETING,
        ADMITTING,
        ATTACHED,
        CLOSED
    }
}
