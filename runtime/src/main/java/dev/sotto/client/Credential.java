package dev.sotto.client;

import dev.sotto.sensitive.Secret;
import java.util.Optional;

/** By what right a client asks for a token. */
public sealed interface Credential {

    /** Returns the API key, if there is one. */
    Optional<Secret> key();

    /** Returns the origin that the client's page has, if it is a page. */
    Optional<String> origin(Endpoint server);

    /** The key of an operator's own server. */
    record Key(Secret secret) implements Credential {

        @Override
        public Optional<Secret> key() {
            return Optional.of(secret);
        }

        @Override
        public Optional<String> origin(Endpoint server) {
            return Optional.empty();
        }
    }

    /** None: the client does what the page does that the server serves itself. */
    record OwnPage() implements Credential {

        @Override
        public Optional<Secret> key() {
            return Optional.empty();
        }

        @Override
        public Optional<String> origin(Endpoint server) {
            return Optional.of(server.origin());
        }
    }
}
