package dev.sotto.channel.websocket;

import dev.sotto.access.Origin;
import java.util.Optional;

/**
 * Who is at the other end of a connection, as far as the connection itself tells.
 *
 * @param address of the client, or of the proxy before it
 * @param port with the address, unlike that of any other connection that is open
 * @param origin of the page, if it is a page; already admitted
 */
record Peer(String address, int port, Optional<Origin> origin) {

    /** Returns what tells this connection from others. */
    String id() {
        return address + "/" + port;
    }
}
