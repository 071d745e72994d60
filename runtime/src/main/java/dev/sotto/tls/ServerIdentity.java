package dev.sotto.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a server proves itself with.
 *
 * @param chain its certificate first, then those of its issuers
 * @param key the private key to the first
 */
record ServerIdentity(List<X509Certificate> chain, PrivateKey key) {

    ServerIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no certificate");
        }
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    Instant expires() {
        return certificate().getNotAfter().toInstant();
    }

    Duration left(Instant now) {
        return Duration.between(now, expires());
    }

    /** Says whose it is, and nothing of the key. */
    @Override
    public String toString() {
        return "ServerIdentity(expires " + expires() + ")";
    }
}
