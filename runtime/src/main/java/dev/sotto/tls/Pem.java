package dev.sotto.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads and writes certificates and keys in text form (RFC 7468). What is between the blocks is ignored. */
final class Pem {

    static final String CERTIFICATE = "CERTIFICATE";
    static final String KEY = "PRIVATE KEY";

    /** Older forms of keys, which name no algorithm, and encrypted ones. */
    static final List<String> OTHER_KEYS = List.of("RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY");

    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");
    private static final int LINE = 64;

    private Pem() {}

    /** Returns the certificates of a text in order. */
    static List<X509Certificate> certificates(String text) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] block : blocks(text, CERTIFICATE)) {
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
        }
        return chain;
    }

    /** Returns the first private key of a text, if there is one that this Java understands. */
    static Optional<PrivateKey> key(String text) {
        for (byte[] block : blocks(text, KEY)) {
            try {
                PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(block);
                for (String algorithm : ALGORITHMS) {
                    Optional<PrivateKey> key = key(spec, algorithm);
                    if (key.isPresent()) {
                        return key;
                    }
                }
            } finally {
                Arrays.fill(block, (byte) 0);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a text has a block of the label. */
    static boolean has(String text, String label) {
        return text.contains(begin(label));
    }

    static String write(String label, byte[] content) {
        Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        return begin(label) + "\n" + encoder.encodeToString(content) + "\n" + end(label) + "\n";
    }

    private static Optional<PrivateKey> key(PKCS8EncodedKeySpec spec, String algorithm) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (GeneralSecurityException e) {
            // The next algorithm may fit; a key says which it is only to those who can read it.
            return Optional.empty();
        }
    }

    private static List<byte[]> blocks(String text, String label) {
        List<byte[]> blocks = new ArrayList<>();
        int from = 0;
        while (true) {
            int begin = text.indexOf(begin(label), from);
            int end = begin < 0 ? -1 : text.indexOf(end(label), begin);
            if (end < 0) {
                return blocks;
            }
            String content = text.substring(begin + begin(label).length(), end);
            try {
                blocks.add(Base64.getMimeDecoder().decode(content.getBytes(StandardCharsets.ISO_8859_1)));
            } catch (IllegalArgumentException e) {
                blocks.add(new byte[0]);
            }
            from = end;
        }
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
