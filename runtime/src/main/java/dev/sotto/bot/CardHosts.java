package dev.sotto.bot;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts that pictures on cards may come from, whoever sends the card: the bot itself or a hook.
 *
 * @param names in small letters
 */
public record CardHosts(Set<String> names) {

    public CardHosts {
        names = Set.copyOf(names);
    }

    /** Returns the address of a picture that may be shown: over https, from a listed host, and telling nobody's name. */
    public Optional<URI> picture(String address) {
        try {
            URI url = new URI(address);
            boolean shown = "https".equals(url.getScheme())
                    && url.getUserInfo() == null
                    && url.getHost() != null
                    && names.contains(url.getHost().toLowerCase(Locale.ROOT));
            return shown ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
