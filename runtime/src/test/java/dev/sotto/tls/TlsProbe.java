package dev.sotto.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** A client that connects, looks at what it is shown, and asks for something over the same connection. */
final class TlsProbe implements AutoCloseable {

    private static final int TIMEOUT_MS = 10_000;

    private final SSLSocket socket;

    private TlsProbe(SSLSocket socket) {
        this.socket = socket;
    }

    /** Connects without looking who it is. */
    static TlsProbe to(int port) throws IOException, GeneralSecurityException {
        return connect(port, anybody(), new SSLParameters());
    }

    /** Connects with one protocol and one cipher. */
    static TlsProbe with(int port, String protocol, String cipher) throws IOException, GeneralSecurityException {
        return connect(port, anybody(), new SSLParameters(new String[] {cipher}, new String[] {protocol}));
    }

    /** Connects as a careful client does: to whom it trusts, under the right name. */
    static TlsProbe trusting(Path pem, int port) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "it", Pem.certificates(Files.readString(pem)).get(0));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return connect(port, factory.getTrustManagers(), parameters);
    }

    /** Asks, and returns the first part of the answer. */
    String ask() throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] answer = new byte[1024];
        InputStream in = socket.getInputStream();
        int length = in.read(answer);
        return new String(answer, 0, length, StandardCharsets.US_ASCII);
    }

    X509Certificate certificate() throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    String protocol() {
        return socket.getSession().getProtocol();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static TlsProbe connect(int port, TrustManager[] trust, SSLParameters parameters)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
        try {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new TlsProbe(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static TrustManager[] anybody() {
        return new TrustManager[] {
            new X509TrustManager() {
                @Override
                public void checkClientTrusted(X509Certificate[] chain, String kind) {}

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String kind) {}

                @Override
                public X509Certificate[] getAcceptedIssuers() {
                    return new X509Certificate[0];
                }
            }
        };
    }
}
