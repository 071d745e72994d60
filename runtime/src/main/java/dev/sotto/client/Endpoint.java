package dev.sotto.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server is.
 *
 * @param host its name or address, as its certificate has it
 * @param port from 1 to 65,535
 * @param authority a PEM file with the certificate that vouches for the server, or nothing to believe whom the JVM
 *     believes
 */
public record Endpoint(String host, int port, Optional<Path> authority) {

    private static final int HTTPS_PORT = 443;

    public Endpoint {
        if (host.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not an address of a server");
        }
    }

    /**
     * Returns the endpoint that an address such as {@code https://127.0.0.1:8443} names.
     *
     * @throws IllegalArgumentException if it is not an https address
     */
    public static Endpoint of(URI url, Optional<Path> authority) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("expected an address such as https://127.0.0.1:8443");
        }
        String host = url.getHost();
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return new Endpoint(
                bracketed ? host.substring(1, host.length() - 1) : host,
                url.getPort() == -1 ? HTTPS_PORT : url.getPort(),
                authority);
    }

    /** Returns the origin of the pages that the server serves itself. */
    public String origin() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "https://" + name + (port == HTTPS_PORT ? "" : ":" + port);
    }
}
