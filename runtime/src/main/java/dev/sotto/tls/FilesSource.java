package dev.sotto.tls;

import dev.sotto.config.PrivateFile;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The operator's certificate and key. */
record FilesSource(Path certificate, PrivateFile key) implements IdentitySource {

    @Override
    public Optional<ServerIdentity> load(Instant now, Problems problems) {
        return IdentityFiles.read(certificate, key, now, problems);
    }

    @Override
    public Object stamp() {
        return List.of(stampOf(certificate), stampOf(key.path()));
    }

    @Override
    public Path file() {
        return certificate;
    }

    /** Time and size: two writes within a tick of the clock are told apart by the size, if they differ. */
    static String stampOf(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "absent";
        }
    }
}
