package dev.sotto.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * A file as it was written. A sum finds what was damaged; whoever may write the file can also make it fit.
 *
 * @param size bytes
 * @param sum CRC-32C of them
 */
public record FileSeal(long size, long sum) {

    private static final int BUFFER = 1 << 18;

    /** Returns the seal of a file as it is now. */
    public static FileSeal of(Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = Files.newInputStream(file);
                CheckedInputStream in = new CheckedInputStream(bytes, new CRC32C())) {
            long size = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
            }
            return new FileSeal(size, in.getChecksum().getValue());
        }
    }

    /** Reads the two numbers that {@link #toString} writes. */
    public static FileSeal parse(String size, String sum) {
        return new FileSeal(Long.parseLong(size), Long.parseLong(sum, 16));
    }

    /** Returns the size, a space, and the sum in hexadecimal digits. */
    @Override
    public String toString() {
        return size + " " + Long.toHexString(sum);
    }
}
