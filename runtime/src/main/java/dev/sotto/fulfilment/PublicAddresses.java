package dev.sotto.fulfilment;

import dev.sotto.config.AddressRange;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet (IANA special-purpose address registries, RFC 6890 and its updates). Of
 * IPv6 that is global unicast only, without the ranges that carry an IPv4 address inside.
 */
final class PublicAddresses {

    private static final List<AddressRange> NOT_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    private static final List<AddressRange> GLOBAL_V6 = ranges("2000::/3");
    private static final List<AddressRange> NOT_V6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        return address.getAddress().length == 4
                ? !isIn(NOT_V4, address)
                : isIn(GLOBAL_V6, address) && !isIn(NOT_V6, address);
    }

    static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts)
                .map(text -> AddressRange.parse(text).orElseThrow())
                .toList();
    }
}
