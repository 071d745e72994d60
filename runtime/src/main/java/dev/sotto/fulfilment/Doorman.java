package dev.sotto.fulfilment;

import dev.sotto.config.AddressRange;
import dev.sotto.config.HookHost;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lets calls go to listed hosts only, and there only to addresses that are public or listed as well. If one address of a
 * host is not, no call goes to any of them: such an answer is a mistake or an attack.
 */
final class Doorman {

    private static final String SCHEME = "https";
    private static final int PORT = 443;

    private final Set<HookHost> hosts;
    private final List<AddressRange> listed;

    Doorman(List<HookHost> hosts, List<AddressRange> listed) {
        this.hosts = Set.copyOf(hosts);
        this.listed = List.copyOf(listed);
    }

    /** Checks what can be known of an address on its face. */
    HookHost host(URI url) throws CallFailedException {
        if (!SCHEME.equalsIgnoreCase(url.getScheme()) || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new CallFailedException(Trouble.URL);
        }
        HookHost host = new HookHost(url.getHost().toLowerCase(Locale.ROOT), url.getPort() < 0 ? PORT : url.getPort());
        if (!hosts.contains(host)) {
            throw new CallFailedException(Trouble.HOST);
        }
        return host;
    }

    /** Checks where the host's name leads. */
    Destination destination(HookHost host, URI url, List<InetAddress> addresses) throws CallFailedException {
        for (InetAddress address : addresses) {
            if (!PublicAddresses.contain(address) && !PublicAddresses.isIn(listed, address)) {
                throw new CallFailedException(Trouble.ADDRESS);
            }
        }
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new Destination(host.host(), host.port(), addresses, path + query);
    }
}
