package dev.sotto.tls;

import dev.sotto.config.PrivateFile;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a certificate and its key from PEM files and checks that they can be served. Blocking. */
final class IdentityFiles {

    private static final long MAX_BYTES = 1024 * 1024;
    private static final int CHALLENGE_BYTES = 32;
    private static final String CHAIN = "PEM blocks BEGIN CERTIFICATE, the server's own first";

    private final Path certificate;
    private final PrivateFile key;
    private final Problems problems;

    private IdentityFiles(Path certificate, PrivateFile key, Problems problems) {
        this.certificate = certificate;
        this.key = key;
        this.problems = problems;
    }

    /** Returns the pair; nothing, and at least one problem more, if it cannot be served now. */
    static Optional<ServerIdentity> read(Path certificate, PrivateFile key, Instant now, Problems problems) {
        IdentityFiles files = new IdentityFiles(certificate, key, problems);
        List<X509Certificate> chain = files.chain(now);
        Optional<PrivateKey> privateKey = files.key();
        if (chain.isEmpty() || privateKey.isEmpty()) {
            return Optional.empty();
        }
        if (!belongTogether(chain.get(0).getPublicKey(), privateKey.get())) {
            files.keyProblem(
                    "mismatch", "a key that is not the certificate's", "the key that the certificate was made for");
            return Optional.empty();
        }
        return Optional.of(new ServerIdentity(chain, privateKey.get()));
    }

    private List<X509Certificate> chain(Instant now) {
        Optional<String> text = content(certificate);
        if (text.isEmpty()) {
            certificateProblem("unreadable", "a file that is not there or cannot be read", "a file that can be read");
            return List.of();
        }
        try {
            List<X509Certificate> chain = Pem.certificates(text.get());
            if (chain.isEmpty()) {
                certificateProblem("malformed", "a file without a certificate", CHAIN);
                return List.of();
            }
            return isValid(chain.get(0), now) ? chain : List.of();
        } catch (CertificateException e) {
            certificateProblem("malformed", "a certificate that cannot be decoded", CHAIN);
            return List.of();
        }
    }

    private boolean isValid(X509Certificate first, Instant now) {
        Instant from = first.getNotBefore().toInstant();
        Instant to = first.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            certificateProblem("not_yet_valid", "a certificate that is valid from " + from, "one that is valid now");
            return false;
        }
        if (now.isAfter(to)) {
            certificateProblem("expired", "a certificate that expired at " + to, "one that is valid now");
            return false;
        }
        return true;
    }

    private Optional<PrivateKey> key() {
        Optional<PrivateFile.Flaw> flaw = key.flaw();
        if (flaw.isPresent()) {
            keyProblem(flaw.get().word(), flaw.get().found(), flaw.get().expected());
            return Optional.empty();
        }
        Optional<String> text = content(key.path());
        if (text.isEmpty()) {
            PrivateFile.Flaw unreadable = PrivateFile.Flaw.UNREADABLE;
            keyProblem(unreadable.word(), unreadable.found(), unreadable.expected());
            return Optional.empty();
        }
        Optional<PrivateKey> found = Pem.key(text.get());
        if (found.isEmpty()) {
            unusableKey(text.get());
        }
        return found;
    }

    private void unusableKey(String text) {
        String cure = "a PEM block BEGIN PRIVATE KEY (openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW)";
        boolean isOther = Pem.OTHER_KEYS.stream().anyMatch(label -> Pem.has(text, label));
        if (isOther) {
            keyProblem("format", "a private key that is encrypted or in an older form", cure);
        } else {
            keyProblem("malformed", "a file without a private key of type EC, RSA or EdDSA", cure);
        }
    }

    /** The surest test: what the one signs the other confirms. */
    private static boolean belongTogether(PublicKey publicKey, PrivateKey privateKey) {
        String algorithm = switch (privateKey.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> privateKey.getAlgorithm();
        };
        try {
            byte[] challenge = new byte[CHALLENGE_BYTES];
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(privateKey);
            signature.update(challenge);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(challenge);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // A key of another kind cannot even be tried.
            return false;
        }
    }

    private static Optional<String> content(Path file) {
        try {
            return Files.size(file) <= MAX_BYTES ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void certificateProblem(String word, String found, String expected) {
        problems.add(Position.startOf(certificate.toString()), "tls.certificate_" + word, found, expected);
    }

    private void keyProblem(String word, String found, String expected) {
        problems.add(Position.startOf(key.path().toString()), "tls.key_" + word, found, expected);
    }
}
