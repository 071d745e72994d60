package dev.sotto.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * A file that nobody but us may read: with a secret or a private key in it.
 *
 * @param guard who sees to that
 */
public record PrivateFile(Path path, Guard guard) {

    private static final Set<PosixFilePermission> ALLOWED =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** Returns what is wrong with it as it lies there now, if anything is. */
    public Optional<Flaw> flaw() {
        if (!Files.exists(path)) {
            return Optional.of(Flaw.MISSING);
        }
        if (!Files.isRegularFile(path)) {
            return Optional.of(Flaw.NOT_A_FILE);
        }
        try {
            if (guard == Guard.MODE && !Files.getAttribute(path, "unix:uid").equals(ownUser())) {
                return Optional.of(Flaw.OWNER);
            }
            if (guard == Guard.MODE && !ALLOWED.containsAll(Files.getPosixFilePermissions(path))) {
                return Optional.of(Flaw.MODE);
            }
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of(Flaw.UNREADABLE);
        }
        return Files.isReadable(path) ? Optional.empty() : Optional.of(Flaw.UNREADABLE);
    }

    /** The kernel knows under which user the process runs; a name from the environment would be a claim. */
    private static Object ownUser() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    /** Who sees to it that nobody else reads the file. */
    public enum Guard {
        /** Its owner, who must be us, and its mode, which must be 0600 or 0400. */
        MODE,
        /** Systemd, which put it into the credentials directory of this unit. */
        SYSTEMD
    }

    /** What can be wrong with such a file. */
    public enum Flaw {
        MISSING("missing", "a file that is not there", "a file that exists"),
        NOT_A_FILE("not_a_file", "something that is not a plain file", "a plain file"),
        OWNER("owner", "a file that belongs to another user", "a file owned by the user that runs Sotto (chown)"),
        MODE("mode", "a file that others may read", "mode 0600 or 0400 (chmod 600)"),
        UNREADABLE("unreadable", "a file that cannot be read", "a file that the user who runs Sotto can read");

        private final String word;
        private final String found;
        private final String expected;

        Flaw(String word, String found, String expected) {
            this.word = word;
            this.found = found;
            this.expected = expected;
        }

        /** Returns the last part of a problem's code. */
        public String word() {
            return word;
        }

        /** Returns what is there, for people. */
        public String found() {
            return found;
        }

        /** Returns what should be there, for people. */
        public String expected() {
            return expected;
        }
    }
}
