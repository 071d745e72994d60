package dev.sotto.channel.http;

import dev.sotto.channel.wire.Buffers;
import dev.sotto.channel.wire.WipingAllocator;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.time.Timers;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * Reads one body whole, within bounds of size and time, whatever its head says about its length. Confined to the
 * request's event loop.
 */
final class BodyReader {

    /** How long a body may take to arrive: the largest one at some 50 kbit/s. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ByteBuf body = WipingAllocator.INSTANCE.heapBuffer();
    private final Promise<ByteBuf> read = Promise.promise();
    private final HttpServerRequest request;
    private final int limit;

    private BodyReader(HttpServerRequest request, int limit) {
        this.request = request;
        this.limit = limit;
    }

    /**
     * Begins to read. To be called before anything else waits, or parts of the body are lost.
     *
     * @return the body, to be released by whoever gets it; refused if it is larger than the limit, or does not come
     */
    static Future<ByteBuf> read(HttpServerRequest request, int limit, Timers timers) {
        BodyReader reader = new BodyReader(request, limit);
        if (reader.declaresTooMuch()) {
            reader.refuse(RefusalCode.FRAME_TOO_LARGE);
        } else {
            reader.start(timers);
        }
        return reader.read.future();
    }

    private boolean declaresTooMuch() {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // Netty has refused a length that is not a number, and two that differ (RFC 9112, 6.3).
        return declared != null && (declared.length() > 9 || Integer.parseInt(declared) > limit);
    }

    private void start(Timers timers) {
        Timers.Alarm alarm = timers.after(PATIENCE, () -> refuse(RefusalCode.CLIENT_SLOW));
        read.future().onComplete(done -> alarm.cancel());
        request.handler(this::take);
        request.endHandler(end -> read.tryComplete(body));
        request.exceptionHandler(gone -> refuse(RefusalCode.CLIENT_SLOW));
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue().onFailure(gone -> refuse(RefusalCode.CLIENT_SLOW));
        }
    }

    private void take(Buffer part) {
        if (!read.future().isComplete()) {
            if (body.readableBytes() + part.length() > limit) {
                refuse(RefusalCode.FRAME_TOO_LARGE);
            } else {
                body.writeBytes(Buffers.view(part));
            }
        }
        Buffers.wipe(part);
    }

    private void refuse(RefusalCode code) {
        if (read.tryFail(new RefusedException(code))) {
            body.release();
        }
    }
}
