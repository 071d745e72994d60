package dev.sotto.channel.websocket;

import dev.sotto.channel.frame.ShownSizes;
import dev.sotto.channel.wire.Buffers;
import dev.sotto.channel.wire.WipingAllocator;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.time.Timers;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages together from their fragments (RFC 6455 section 5.4), bounded in sum and in time. Confined to the
 * connection's event loop.
 */
final class MessageAssembler {

    private final ShownSizes sizes;
    private final Duration patience;
    private final Timers timers;
    private final Consumer<ByteBuffer> text;
    private final Consumer<ByteBuffer> audio;
    private final Runnable late;

    private boolean isBinary;
    private @Nullable ByteBuf parts;
    private Timers.@Nullable Alarm alarm;

    /**
     * @param sizes which bound a message
     * @param patience how long a message may take from its first fragment to its last
     * @param text takes each text message; the bytes are wiped when it returns
     * @param audio takes each binary one; the same
     * @param late is told when a message is not finished in time
     */
    MessageAssembler(
            ShownSizes sizes,
            Duration patience,
            Timers timers,
            Consumer<ByteBuffer> text,
            Consumer<ByteBuffer> audio,
            Runnable late) {
        this.sizes = sizes;
        this.patience = patience;
        this.timers = timers;
        this.text = text;
        this.audio = audio;
        this.late = late;
    }

    /**
     * Takes a data frame and wipes it.
     *
     * @throws RefusedException if it is out of place or makes the message too large
     */
    void take(WebSocketFrame frame) {
        Buffer content = frame.binaryData();
        try {
            check(frame, content.length());
            if (parts == null && frame.isFinal()) {
                whole().accept(Buffers.view(content));
            } else {
                append(Buffers.view(content));
                if (frame.isFinal()) {
                    finish();
                }
            }
        } finally {
            Buffers.wipe(content);
        }
    }

    /** Lets go of what is unfinished. */
    void clear() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        if (parts != null) {
            parts.release();
            parts = null;
        }
    }

    private void check(WebSocketFrame frame, int length) {
        if (frame.isContinuation() != (parts != null)) {
            throw new RefusedException(RefusalCode.FRAME_MALFORMED);
        }
        if (!frame.isContinuation()) {
            isBinary = frame.isBinary();
        }
        if (length > limit() - (parts == null ? 0 : parts.readableBytes())) {
            throw new RefusedException(RefusalCode.FRAME_TOO_LARGE);
        }
    }

    private int limit() {
        return isBinary ? sizes.binary() : sizes.frame();
    }

    private Consumer<ByteBuffer> whole() {
        return isBinary ? audio : text;
    }

    private void append(ByteBuffer content) {
        if (parts == null) {
            parts = WipingAllocator.INSTANCE.heapBuffer(content.remaining(), limit());
            alarm = timers.after(patience, late);
        }
        parts.writeBytes(content);
    }

    private void finish() {
        ByteBuf message = parts;
        if (message == null) {
            return;
        }
        try {
            whole().accept(message.nioBuffer());
        } finally {
            clear();
        }
    }
}
