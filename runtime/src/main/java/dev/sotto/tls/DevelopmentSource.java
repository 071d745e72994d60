package dev.sotto.tls;

import dev.sotto.config.PrivateFile;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The certificate that the server makes itself, kept with its key in one file, so that the two can never be of different
 * makings, whoever else starts at the same moment. It is made anew when it is about to expire or cannot be used.
 */
record DevelopmentSource(Path directory) implements IdentitySource {

    /** The file in the state directory. */
    static final String NAME = "development.pem";

    /** It is renewed when it has less than this left. */
    static final Duration RENEWAL = Duration.ofDays(30);

    private static final EventLog LOG = EventLog.of(Component.TLS);
    private static final FileAttribute<?> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    @Override
    public Optional<ServerIdentity> load(Instant now, Problems problems) {
        Optional<ServerIdentity> kept = kept(now);
        return kept.isPresent() ? kept : made(now, problems);
    }

    @Override
    public Object stamp() {
        return FilesSource.stampOf(file());
    }

    @Override
    public Path file() {
        return directory.resolve(NAME);
    }

    /** Whatever is wrong with it, the cure is the same, so nobody needs to hear of it. */
    private Optional<ServerIdentity> kept(Instant now) {
        PrivateFile file = new PrivateFile(file(), PrivateFile.Guard.MODE);
        return IdentityFiles.read(file(), file, now, new Problems())
                .filter(identity -> identity.left(now).compareTo(RENEWAL) > 0);
    }

    private Optional<ServerIdentity> made(Instant now, Problems problems) {
        try {
            ServerIdentity identity = SelfSigned.forThisMachine(now);
            write(identity);
            LOG.info(Event.CERTIFICATE_CREATED, Field.file(file()));
            return Optional.of(identity);
        } catch (IOException e) {
            problems.add(
                    Position.startOf(file().toString()),
                    "tls.development_unwritable",
                    "a place where the development certificate cannot be kept",
                    "a directory that Sotto can write to, in storage.directory");
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make a certificate", e);
        }
    }

    private void write(ServerIdentity identity) throws IOException, GeneralSecurityException {
        String text = Pem.write(Pem.CERTIFICATE, identity.certificate().getEncoded())
                + Pem.write(Pem.KEY, identity.key().getEncoded());
        Files.createDirectories(directory);
        Path fresh = directory.resolve(NAME + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OURS_ALONE);
        Files.writeString(fresh, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
        Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
    }
}
