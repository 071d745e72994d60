package dev.sotto.channel.http;

import dev.sotto.channel.wire.Buffers;
import io.vertx.core.buffer.Buffer;

/**
 * What an endpoint answers.
 *
 * @param body JSON, or nothing; wiped once it is sent
 */
record Answer(int status, Buffer body) {

    static final int NO_CONTENT = 204;

    /** Returns an answer with a status, and takes its body over. */
    static Answer of(int status, byte[] body) {
        return new Answer(status, Buffers.toSend(body));
    }

    static Answer ok(byte[] body) {
        return of(200, body);
    }

    static Answer created(byte[] body) {
        return of(201, body);
    }

    /** Done, and there is nothing to tell. */
    static Answer done() {
        return of(NO_CONTENT, new byte[0]);
    }
}
