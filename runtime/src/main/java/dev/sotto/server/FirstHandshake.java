package dev.sotto.server;

import dev.sotto.config.ListenAddress;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.tls.Certificates;
import io.vertx.core.Future;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Shakes hands with the server's own port once, over loopback, while the models are still being loaded. Java loads and
 * sets up all of its cryptography for a first handshake, which takes a quarter of a second, and the first person to come
 * should not be the one to wait for it. Nothing is said on the connection, and nothing depends on how it goes.
 */
final class FirstHandshake {

    private static final EventLog LOG = EventLog.of(Component.SERVER);
    private static final int PATIENCE_MS = 2_000;

    private FirstHandshake() {}

    /**
     * Begins, if the port can be reached over loopback.
     *
     * @return completes when it is over, and never fails
     */
    static Future<Void> begin(ListenAddress address, int port, Certificates certificates) {
        if (!address.isLoopback()) {
            return Future.succeededFuture();
        }
        return Aside.<Void>run("sotto-handshake", () -> {
                    shakeHands(address.host(), port, certificates);
                    return null;
                })
                .onFailure(failed -> LOG.debug(Event.CONNECTION_REFUSED))
                .otherwiseEmpty();
    }

    private static void shakeHands(String host, int port, Certificates certificates)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new OwnCertificate(certificates)}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.startHandshake();
        }
    }

    /** Trusts the certificate that this server serves, and no other. */
    private record OwnCertificate(Certificates certificates) implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("no client comes here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (!certificates.isServed(chain[0])) {
                throw new CertificateException("not this server's certificate");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
