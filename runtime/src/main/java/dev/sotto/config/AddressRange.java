package dev.sotto.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR notation (RFC 4632): {@code 10.1.0.0/16}; a single address is a range of one.
 *
 * @param network an address in the range
 * @param prefix how many leading bits all addresses of the range share
 */
public record AddressRange(InetAddress network, int prefix) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f.:]{2,45}(?:/[0-9]{1,3})?");

    /** Reads a range. Nothing is looked up: a host's name is not a range. */
    public static Optional<AddressRange> parse(String text) {
        if (!FORM.matcher(text).matches() || !(text.contains(".") || text.contains(":"))) {
            return Optional.empty();
        }
        String[] parts = text.split("/", -1);
        try {
            InetAddress network = InetAddress.getByName(parts[0]);
            int bits = network.getAddress().length * 8;
            int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            boolean plain = network.getAddress().length == 16
                    || parts[0].chars().filter(c -> c == '.').count() == 3;
            return plain && prefix <= bits ? Optional.of(new AddressRange(network, prefix)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Returns whether an address lies in the range. */
    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }
}
