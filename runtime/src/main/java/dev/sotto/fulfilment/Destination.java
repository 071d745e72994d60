package dev.sotto.fulfilment;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where a call may go, after all checks.
 *
 * @param host what the certificate must be for
 * @param addresses what may be connected to: those that were checked, so that it does not matter if the name leads
 *     elsewhere a moment later
 * @param path with the query, if there is one
 */
record Destination(String host, int port, List<InetAddress> addresses, String path) {

    Destination {
        addresses = List.copyOf(addresses);
    }

    /** Returns where to connect at an attempt, from 1: a second one tries the next address, if there is one. */
    InetSocketAddress socket(int attempt) {
        return new InetSocketAddress(addresses.get((attempt - 1) % addresses.size()), port);
    }
}
