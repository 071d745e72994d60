package dev.sotto.channel.websocket;

import dev.sotto.refusal.RefusalCode;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.concurrent.Executor;

/**
 * Stands in the channel's pipeline just before Vert.x, and tells the connection what Vert.x keeps to itself: that a frame
 * broke the protocol, before the channel is cut for it, and that there is room to write again. Confined to the
 * connection's event loop.
 */
final class ChannelWatch extends ChannelInboundHandlerAdapter {

    private final Executor loop;
    private final Listener listener;

    /**
     * @param loop runs a task at once, with Vert.x's context around it
     */
    ChannelWatch(Executor loop, Listener listener) {
        this.loop = loop;
        this.listener = listener;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // The decoder skips everything after such a frame, so there is time to say goodbye in form.
        if (cause instanceof DecoderException) {
            loop.execute(
                    () -> listener.broken(isSize(cause) ? RefusalCode.FRAME_TOO_LARGE : RefusalCode.FRAME_MALFORMED));
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    private static boolean isSize(Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            return corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
        }
        return cause instanceof TooLongFrameException;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        loop.execute(listener::writabilityChanged);
        context.fireChannelWritabilityChanged();
    }

    /** Is told what happens in the channel. */
    interface Listener {

        /** What came was no frame, or one that is too large. Nothing that comes after it can be read. */
        void broken(RefusalCode code);

        /** The channel takes more, or takes no more for now. */
        void writabilityChanged();
    }
}
