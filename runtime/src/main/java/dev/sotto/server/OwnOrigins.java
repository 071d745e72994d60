package dev.sotto.server;

import dev.sotto.access.Origin;
import dev.sotto.config.ListenAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The origins of the server's own page. */
final class OwnOrigins {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private OwnOrigins() {}

    /**
     * Returns those that follow from where it listens. A server that listens on all addresses cannot know what it is
     * called; its operator lists that.
     */
    static Set<Origin> of(ListenAddress address, int port) {
        String host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
        List<String> hosts = address.isLoopback() ? LOOPBACK : List.of(host);
        return Stream.concat(hosts.stream(), Stream.of(host))
                .map(each -> Origin.parse("https://" + each + ":" + port))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
