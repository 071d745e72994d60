package dev.sotto.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files that are there whole or not at all: beside their place first, where only this account can read them, and then
 * moved. Safe for many threads and several processes, of which the last one's file stays.
 */
public final class WholeFile {

    /** No name that anybody gives a file begins so. */
    private static final String ASIDE = ".part-";

    /** What is to be in a file. */
    public interface Content {

        /** Writes it. */
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** Writes a file in the place of what was there. Its folder is made if it is missing. */
    public static void write(Path file, Content content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        Path aside = Files.createTempFile(folder, ASIDE, ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
                content.writeTo(out);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Writes a text in UTF-8 in the place of what was there. Its folder is made if it is missing. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes in the place of what was there. Their folder is made if it is missing. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
    }
}
