package dev.sotto.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page comes from: scheme, host and port, as browsers send it (RFC 6454 section 6.2). Two are the same only if
 * all three are; there are no wild cards.
 *
 * @param value in lower case, without the scheme's default port
 */
public record Origin(String value) {

    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>https?)://(?<host>[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}])(?::(?<port>[0-9]{1,5}))?");

    public Origin {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an origin: expected https://host or https://host:port");
        }
    }

    /** Reads an origin; nothing if the text is none, which a browser's {@code null} is not either. */
    public static Optional<Origin> parse(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        String scheme = form.group("scheme");
        String port = form.group("port");
        if (port == null) {
            return Optional.of(new Origin(scheme + "://" + form.group("host")));
        }
        int number = Integer.parseInt(port);
        if (number < 1 || number > 65_535) {
            return Optional.empty();
        }
        boolean usual = number == (scheme.equals("https") ? 443 : 80);
        return Optional.of(new Origin(scheme + "://" + form.group("host") + (usual ? "" : ":" + number)));
    }

    @Override
    public String toString() {
        return value;
    }
}
