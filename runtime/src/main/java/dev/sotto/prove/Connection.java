package dev.sotto.prove;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A socket of a process.
 *
 * @param protocol {@code tcp}, {@code tcp6}, {@code udp} or {@code udp6}
 * @param localPort this end's port
 * @param remote whom it is connected to; the address of nobody in particular if it is not
 * @param port the other end's port; 0 if it is not connected
 * @param inode by which a process's file descriptors name it
 */
public record Connection(String protocol, int localPort, InetAddress remote, int port, long inode) {

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int INODE = 9;

    /**
     * Reads a line of {@code /proc/pid/net/tcp} and its like (proc(5)): addresses are hexadecimal words of four bytes in
     * the machine's order, here the little end first.
     *
     * @return nothing for a heading
     */
    static Optional<Connection> read(String protocol, String line) {
        String[] fields = line.trim().split(" +", -1);
        if (fields.length <= INODE || !fields[0].endsWith(":")) {
            return Optional.empty();
        }
        String remote = fields[REMOTE];
        return Optional.of(new Connection(
                protocol,
                port(fields[LOCAL]),
                address(remote.substring(0, remote.indexOf(':'))),
                port(remote),
                Long.parseLong(fields[INODE])));
    }

    private static int port(String field) {
        return Integer.parseInt(field, field.indexOf(':') + 1, field.length(), 16);
    }

    private static InetAddress address(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int inWord = i % 4;
            int at = (i - inWord + 3 - inWord) * 2;
            bytes[i] = (byte) Integer.parseInt(hex, at, at + 2, 16);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address of 4 or 16 bytes", e);
        }
    }

    /** Returns whether there is another end. */
    public boolean connected() {
        return port != 0;
    }

    /** Returns whether the other end is on this machine's loopback. */
    public boolean loopback() {
        return remote.isLoopbackAddress();
    }

    /** Returns the connection as a report writes it. */
    public String describe() {
        return protocol + " " + remote.getHostAddress() + " " + port;
    }
}
