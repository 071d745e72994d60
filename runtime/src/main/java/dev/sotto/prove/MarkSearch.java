package dev.sotto.prove;

import java.io.IOException;
import java.util.List;

/**
 * Counts where a mark occurs in a run of bytes that may be longer than memory. After Horspool 1980, with one skip table
 * a form. Confined to one thread.
 */
public final class MarkSearch {

    private static final int CHUNK = 1 << 20;

    private final List<byte[]> forms;
    private final List<int[]> skips;
    private final int overlap;
    private final byte[] buffer = new byte[CHUNK];

    public MarkSearch(Mark mark) {
        this.forms = mark.forms();
        this.skips = forms.stream().map(MarkSearch::skips).toList();
        this.overlap = forms.stream().mapToInt(form -> form.length).max().orElseThrow() - 1;
    }

    /** Counts the mark in a source of bytes, in all its forms. */
    public Count in(Bytes source) throws IOException {
        long searched = 0;
        long found = 0;
        int kept = 0;
        int read = source.read(buffer, 0, CHUNK);
        while (read > 0) {
            int length = kept + read;
            searched += read;
            found += count(length, kept);
            kept = Math.min(overlap, length);
            System.arraycopy(buffer, length - kept, buffer, 0, kept);
            read = source.read(buffer, kept, CHUNK - kept);
        }
        return new Count(searched, found);
    }

    /** Counts what ends after the bytes that were searched before. */
    private long count(int length, int before) {
        long found = 0;
        for (int i = 0; i < forms.size(); i++) {
            byte[] form = forms.get(i);
            int from = Math.max(0, before - form.length + 1);
            found += count(form, skips.get(i), from, length);
        }
        return found;
    }

    private long count(byte[] form, int[] skip, int from, int length) {
        long found = 0;
        int last = form.length - 1;
        int at = from;
        while (at + last < length) {
            byte end = buffer[at + last];
            if (end == form[last] && matches(form, at)) {
                found++;
            }
            at += skip[end & 0xff];
        }
        return found;
    }

    private boolean matches(byte[] form, int at) {
        for (int i = 0; i < form.length; i++) {
            if (buffer[at + i] != form[i]) {
                return false;
            }
        }
        return true;
    }

    private static int[] skips(byte[] form) {
        int[] skips = new int[256];
        java.util.Arrays.fill(skips, form.length);
        for (int i = 0; i < form.length - 1; i++) {
            skips[form[i] & 0xff] = form.length - 1 - i;
        }
        return skips;
    }

    /** Bytes in order. */
    public interface Bytes {

        /** Reads at most {@code length} bytes; returns how many, and nothing or less at the end. */
        int read(byte[] into, int offset, int length) throws IOException;
    }

    /**
     * What a search came to.
     *
     * @param searched bytes looked at
     * @param found how often the mark was there
     */
    public record Count(long searched, long found) {

        /** Nothing searched, nothing found. */
        public static final Count NONE = new Count(0, 0);

        /** Returns both together. */
        public Count plus(Count other) {
            return new Count(searched + other.searched, found + other.found);
        }
    }
}
