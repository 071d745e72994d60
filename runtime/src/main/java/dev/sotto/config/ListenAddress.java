package dev.sotto.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a listener binds.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port 0 for any free one
 */
public record ListenAddress(String host, int port) {

    /** Where a listener binds whose host is not given: reachable from this machine only. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int MAX_PORT = 65_535;
    private static final Pattern FORM = Pattern.compile(
            "(?:(?:(?<host>[A-Za-z0-9.-]{1,253})|\\[(?<v6>[0-9A-Fa-f:.]{2,45})]):)?(?<port>[0-9]{1,5})");
    private static final Pattern V4_LOOPBACK = Pattern.compile("127(?:\\.[0-9]{1,3}){3}");

    public ListenAddress {
        if (host.isEmpty() || port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("not an address to listen on");
        }
    }

    /** Reads {@code 8443}, {@code host:8443} or {@code [::1]:8443}; a port alone is on loopback. */
    public static Optional<ListenAddress> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group("port")) > MAX_PORT) {
            return Optional.empty();
        }
        String host = form.group("host") != null ? form.group("host") : form.group("v6");
        return Optional.of(new ListenAddress(
                host == null ? LOOPBACK : host.toLowerCase(Locale.ROOT), Integer.parseInt(form.group("port"))));
    }

    /** Returns the same host with another port. */
    public ListenAddress withPort(int other) {
        return new ListenAddress(host, other);
    }

    /** Returns whether only this machine can reach it. Decided by the text alone; no name is looked up. */
    public boolean isLoopback() {
        return host.equals("localhost")
                || host.equals("::1")
                || V4_LOOPBACK.matcher(host).matches();
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
