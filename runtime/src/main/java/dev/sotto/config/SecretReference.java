package dev.sotto.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a secret is to be found. All that a configuration ever says of one. */
public sealed interface SecretReference {

    /** What stands before a variable's name. */
    String ENV = "env:";

    /** What stands before a file's path. */
    String FILE = "file:";

    /** What stands before the name of a systemd credential. */
    String CREDENTIAL = "credential:";

    /** In a variable of the environment. */
    record Variable(String name) implements SecretReference {

        @Override
        public String toString() {
            return ENV + name;
        }
    }

    /** In a file that only its owner may read. */
    record InFile(Path path) implements SecretReference {

        @Override
        public String toString() {
            return FILE + path;
        }
    }

    /** In a file below {@code $CREDENTIALS_DIRECTORY}, which systemd provides and protects. */
    record Credential(String name) implements SecretReference {

        @Override
        public String toString() {
            return CREDENTIAL + name;
        }
    }

    /** Reads a reference; nothing if the text is none, and then it may well be the secret itself: do not repeat it. */
    static Optional<SecretReference> parse(String text) {
        if (text.startsWith(ENV)
                && Form.VARIABLE.matcher(text.substring(ENV.length())).matches()) {
            return Optional.of(new Variable(text.substring(ENV.length())));
        }
        if (text.startsWith(FILE) && text.length() > FILE.length()) {
            return SettingTypes.pathOf(text.substring(FILE.length())).map(InFile::new);
        }
        if (text.startsWith(CREDENTIAL)
                && Form.CREDENTIAL.matcher(text.substring(CREDENTIAL.length())).matches()) {
            return Optional.of(new Credential(text.substring(CREDENTIAL.length())));
        }
        return Optional.empty();
    }

    /** What names look like. */
    final class Form {

        private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
        private static final Pattern CREDENTIAL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

        private Form() {}
    }
}
