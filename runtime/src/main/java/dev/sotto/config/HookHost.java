package dev.sotto.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host that hooks may be called on.
 *
 * @param host a name or an IPv4 address in lower case
 * @param port the only port allowed there
 */
public record HookHost(String host, int port) {

    private static final int HTTPS = 443;
    private static final Pattern FORM =
            Pattern.compile("(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)(?::(?<port>[0-9]{1,5}))?");

    /** Reads {@code host} or {@code host:port}; without a port it is 443. Wild cards are not hosts. */
    public static Optional<HookHost> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int port = form.group("port") == null ? HTTPS : Integer.parseInt(form.group("port"));
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new HookHost(form.group("host").toLowerCase(Locale.ROOT), port));
    }

    @Override
    public String toString() {
        return port == HTTPS ? host : host + ":" + port;
    }
}
