package dev.sotto.speech.speaker;

import dev.sotto.storage.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rendered prompts as one file, beside the version of the bot that they belong to: eight letters with the version of the
 * format, the number of entries, for each its key, length and audio, and at the end a SHA-256 of it all. Numbers are big
 * endian. Pure functions of streams.
 */
public final class PromptFile {

    private static final long MAGIC = 0x534F54544F505231L; // "SOTTOPR1"
    private static final int MOST_ENTRIES = 100_000;
    private static final int HEADER = Long.BYTES + Integer.BYTES;
    private static final int HASH = 32;

    private PromptFile() {}

    /** Writes all that there is. Two files of the same prompts are equal. */
    public static void write(RenderedPrompts prompts, OutputStream to) throws IOException {
        Map<String, Map.Entry<PromptKey, byte[]>> sorted = new TreeMap<>();
        prompts.entries().entrySet().forEach(entry -> sorted.put(entry.getKey().toString(), entry));
        MessageDigest digest = Sha256.begin();
        DigestOutputStream out = new DigestOutputStream(to, digest);
        out.write(
                ByteBuffer.allocate(HEADER).putLong(MAGIC).putInt(sorted.size()).array());
        for (Map.Entry<PromptKey, byte[]> entry : sorted.values()) {
            ByteBuffer head = ByteBuffer.allocate(PromptKey.BYTES + Integer.BYTES);
            entry.getKey().write(head);
            out.write(head.putInt(entry.getValue().length).array());
            out.write(entry.getValue());
        }
        to.write(digest.digest());
    }

    /**
     * Reads a file.
     *
     * @param mostBytes of audio
     * @return nothing if it is of another version, damaged or larger than that: then all is to be rendered anew
     * @throws IOException if it cannot be read at all
     */
    public static Optional<RenderedPrompts> read(InputStream from, long mostBytes) throws IOException {
        MessageDigest digest = Sha256.begin();
        DigestInputStream in = new DigestInputStream(from, digest);
        ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
        if (header.remaining() < HEADER || header.getLong() != MAGIC) {
            return Optional.empty();
        }
        int entries = header.getInt();
        if (entries < 0 || entries > MOST_ENTRIES) {
            return Optional.empty();
        }
        RenderedPrompts prompts = new RenderedPrompts(mostBytes);
        for (int i = 0; i < entries; i++) {
            if (!entry(in, prompts, mostBytes)) {
                return Optional.empty();
            }
        }
        byte[] expected = digest.digest();
        return MessageDigest.isEqual(expected, from.readNBytes(HASH)) && from.read() < 0
                ? Optional.of(prompts)
                : Optional.empty();
    }

    private static boolean entry(InputStream in, RenderedPrompts prompts, long mostBytes) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(in.readNBytes(PromptKey.BYTES + Integer.BYTES));
        if (head.remaining() < PromptKey.BYTES + Integer.BYTES) {
            return false;
        }
        PromptKey key = PromptKey.read(head);
        int length = head.getInt();
        if (length < 0 || length > mostBytes - prompts.bytes()) {
            return false;
        }
        byte[] audio = in.readNBytes(length);
        return audio.length == length && prompts.put(key, audio);
    }
}
