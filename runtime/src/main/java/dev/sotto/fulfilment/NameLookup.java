package dev.sotto.fulfilment;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. Blocking. */
@FunctionalInterface
interface NameLookup {

    /** Asks as Java asks: the hosts file, then DNS; answers are kept for Java's usual 30 seconds. */
    NameLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * Returns the addresses, the preferred first; at least one.
     *
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
