package dev.sotto.config;

import dev.sotto.sensitive.Secret;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Follows references to secrets. Problems tell where it looked, never what it found. Confined to the thread that reads. */
final class SecretReader {

    private static final long MAX_BYTES = 64 * 1024;
    private static final String DIRECTORY = "CREDENTIALS_DIRECTORY";

    private final Map<String, String> environment;
    private final Problems problems;

    SecretReader(Map<String, String> environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** Returns the secret without white space around it; nothing, and a problem, if it cannot be had. */
    Optional<Secret> read(SecretReference reference, Position at) {
        Optional<String> text = reference instanceof SecretReference.Variable variable
                ? variable(variable, at)
                : file(reference, at).flatMap(file -> content(file, reference, at));
        Optional<String> secret = text.map(String::strip);
        if (secret.isPresent() && secret.get().isEmpty()) {
            problems.add(at, "secret.empty", reference + ", which is empty", "a secret there");
            return Optional.empty();
        }
        return secret.map(Secret::new);
    }

    /** Returns the file that a reference leads to, if it may be read; else a problem is noted. */
    Optional<PrivateFile> file(SecretReference reference, Position at) {
        Optional<PrivateFile> file = locate(reference, at);
        Optional<PrivateFile.Flaw> flaw = file.flatMap(PrivateFile::flaw);
        flaw.ifPresent(
                f -> problems.add(at, "secret." + f.word(), reference + ", which leads to " + f.found(), f.expected()));
        return flaw.isEmpty() ? file : Optional.empty();
    }

    private Optional<PrivateFile> locate(SecretReference reference, Position at) {
        if (reference instanceof SecretReference.InFile inFile) {
            return Optional.of(new PrivateFile(inFile.path(), PrivateFile.Guard.MODE));
        }
        if (reference instanceof SecretReference.Credential credential) {
            String directory = environment.get(DIRECTORY);
            if (directory != null) {
                return Optional.of(
                        new PrivateFile(Path.of(directory).resolve(credential.name()), PrivateFile.Guard.SYSTEMD));
            }
            problems.add(
                    at,
                    "secret.no_credentials",
                    reference + " although $" + DIRECTORY + " is not set",
                    "a systemd unit with LoadCredential=, or a file: reference");
            return Optional.empty();
        }
        problems.add(at, "secret.kind", reference.toString(), "a file: or credential: reference");
        return Optional.empty();
    }

    private Optional<String> variable(SecretReference.Variable variable, Position at) {
        Optional<String> value = Optional.ofNullable(environment.get(variable.name()));
        if (value.isEmpty()) {
            problems.add(
                    at,
                    "secret.missing",
                    variable + ", which is not set",
                    "a variable that is set, or a file: reference");
        }
        return value;
    }

    private Optional<String> content(PrivateFile file, SecretReference reference, Position at) {
        try {
            if (Files.size(file.path()) <= MAX_BYTES) {
                return Optional.of(Files.readString(file.path(), StandardCharsets.UTF_8));
            }
            problems.add(at, "secret.too_large", reference + ", which is larger than a secret", "at most 64 KiB");
        } catch (IOException e) {
            PrivateFile.Flaw flaw = PrivateFile.Flaw.UNREADABLE;
            problems.add(at, "secret." + flaw.word(), reference + ", which leads to " + flaw.found(), flaw.expected());
        }
        return Optional.empty();
    }
}
