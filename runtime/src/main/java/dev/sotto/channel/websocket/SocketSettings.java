package dev.sotto.channel.websocket;

import dev.sotto.channel.frame.ShownSizes;
import java.time.Duration;

/**
 * The bounds on WebSocket connections.
 *
 * @param hello how long a new connection has to say who it is
 * @param slowClient how long a client may leave what it is sent unread, or a message unfinished
 * @param writeQueue bytes that wait for one client to read; nothing more is taken from it while there are more
 * @param sizes what a message may have
 */
public record SocketSettings(Duration hello, Duration slowClient, int writeQueue, ShownSizes sizes) {

    /** How long a client has to answer a close frame; then the connection is cut. */
    static final Duration FAREWELL = Duration.ofSeconds(2);

    /** How often it is looked whether the bot's last words have been heard. */
    static final Duration LAST_WORDS = Duration.ofMillis(100);

    /** Write queues full of replayed frames that are borne before a client is given up at once. */
    static final int MOST_QUEUES = 16;
}
