package dev.sotto.tls;

import dev.sotto.config.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** A certificate and a key on disk, for tests. */
public final class PemFiles {

    private final Path certificate;
    private final Path key;
    private long writes;

    PemFiles(Path directory) {
        certificate = directory.resolve("tls.pem");
        key = directory.resolve("tls.key");
    }

    /** Writes {@code tls.pem} and {@code tls.key} of a certificate that expired long ago. */
    public static void writeExpired(Path directory) {
        new PemFiles(directory).writePair(Instant.EPOCH);
    }

    /** Writes a pair that is valid for a year from then on, and returns it. */
    ServerIdentity writePair(Instant from) {
        try {
            ServerIdentity identity = SelfSigned.forThisMachine(from);
            writeCertificate(Pem.write(Pem.CERTIFICATE, identity.certificate().getEncoded()));
            writeKey(Pem.write(Pem.KEY, identity.key().getEncoded()));
            return identity;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    void writeCertificate(String text) {
        write(certificate, text);
    }

    void writeKey(String text) {
        write(key, text);
        mode("rw-------");
    }

    void mode(String permissions) {
        try {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Path certificate() {
        return certificate;
    }

    PrivateFile key() {
        return new PrivateFile(key, PrivateFile.Guard.MODE);
    }

    /** Each write has a time of its own, however fast the test runs. */
    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.fromMillis(++writes * 1000));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
