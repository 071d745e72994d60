package dev.sotto.channel.websocket;

import dev.sotto.channel.wire.WipingAllocator;
import dev.sotto.time.Timers;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames and watches whether the client reads them. Confined to the connection's event loop.
 *
 * <p>Frames go straight to the channel: what Vert.x writes for us is left to the garbage collector as it is, whereas the
 * channel gives buffers back, and ours are wiped then. Frames written in one go are flushed, and so encrypted, together.
 */
final class SocketWriter {

    private final ChannelHandlerContext context;
    private final Timers timers;
    private final Duration patience;
    private final long most;
    private final Listener listener;

    private boolean flushing;
    private boolean retired;
    private Timers.@Nullable Alarm alarm;

    /**
     * @param patience how long the client may leave the queue full
     * @param most bytes that may wait before the client is given up at once
     */
    SocketWriter(ChannelHandlerContext context, Timers timers, Duration patience, long most, Listener listener) {
        this.context = context;
        this.timers = timers;
        this.patience = patience;
        this.most = most;
        this.listener = listener;
    }

    /** Sends a control frame and wipes the array. */
    void write(byte[] frame) {
        write(new TextWebSocketFrame(WipingAllocator.INSTANCE.takeOver(frame)));
    }

    /** Sends a binary frame and wipes the array. */
    void writeBinary(byte[] frame) {
        write(new BinaryWebSocketFrame(WipingAllocator.INSTANCE.takeOver(frame)));
    }

    private void write(WebSocketFrame frame) {
        Channel channel = context.channel();
        if (!channel.isActive()) {
            frame.release();
            return;
        }
        enqueue(frame);
        flushSoon();
        if (!channel.isWritable()) {
            await(channel);
        }
    }

    /** Returns whether the client is behind. */
    boolean isFull() {
        return !context.channel().isWritable();
    }

    /** To be called when the channel's writability has changed. */
    void writabilityChanged() {
        if (isFull()) {
            await(context.channel());
        } else {
            stopWaiting();
            listener.drained();
        }
    }

    /** Sends at once what was written. */
    void flush() {
        context.flush();
    }

    /** Ends the connection without another word. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void cut() {
        context.close();
    }

    /** Ends the watch over the client. What is still written is written without it. */
    void retire() {
        retired = true;
        stopWaiting();
    }

    private void stopWaiting() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    // A write that fails ends the channel, and that is noticed elsewhere.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void enqueue(WebSocketFrame frame) {
        context.write(frame, context.voidPromise());
    }

    private void await(Channel channel) {
        if (retired) {
            return;
        }
        if (alarm == null) {
            alarm = timers.after(patience, listener::tooSlow);
            listener.full();
        }
        if (channel.bytesBeforeWritable() > most) {
            listener.tooSlow();
        }
    }

    private void flushSoon() {
        if (!flushing) {
            flushing = true;
            context.executor().execute(() -> {
                flushing = false;
                context.flush();
            });
        }
    }

    /** Is told how the client keeps up. */
    interface Listener {

        /** The queue is full: nothing should be done that adds to it. */
        void full();

        /** There is room again. */
        void drained();

        /** The client has had its time. May be told more than once. */
        void tooSlow();
    }
}
