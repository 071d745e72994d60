package dev.sotto.prove;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Counts where any of many forms occurs in a run of bytes that may be longer than memory. After Wu and Manber 1994: the
 * last bytes of a window tell how far the next form can begin at the earliest. Long runs of zeros, of which memory is full,
 * are passed over at once. Confined to one thread.
 */
public final class MarkSearch {

    private static final int CHUNK = 1 << 20;
    private static final int BLOCK = Integer.BYTES;
    private static final int TABLE_BITS = 18;

    /** Bytes of a form that is searched for among the long ones. */
    private static final int LONG = 24;

    private static final int SPREAD = 0x9E3779B1;

    /** A sample of 16 bits that is not silent has no more as a double. */
    private static final int MOST_ZEROS = 7;

    private final List<byte[]> forms;
    private final int overlap;
    private final List<Group> groups = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    /** Looks for text. */
    public MarkSearch(Mark mark) {
        this(mark.forms());
    }

    /**
     * Looks for bytes.
     *
     * @param forms each of at least 8 bytes, not more than 7 zeros in a row among them
     */
    MarkSearch(List<byte[]> forms) {
        this.forms = List.copyOf(forms);
        this.overlap = forms.stream().mapToInt(form -> form.length).max().orElseThrow() - 1;
        // The search steps as far as the shortest form is long: a few short ones must not slow down the many long ones.
        forms.stream().collect(Collectors.partitioningBy(form -> form.length < LONG)).values().stream()
                .filter(group -> !group.isEmpty())
                .forEach(group -> groups.add(new Group(group)));
    }

    private static int slot(int block) {
        return (block * SPREAD) >>> (Integer.SIZE - TABLE_BITS);
    }

    /** Returns a search for these forms and more. */
    MarkSearch and(List<byte[]> more) {
        List<byte[]> all = new ArrayList<>(forms);
        all.addAll(more);
        return new MarkSearch(all);
    }

    /** Counts the forms in a source of bytes. */
    public Count in(Bytes source) throws IOException {
        byte[] bytes = buffer.array();
        long searched = 0;
        long found = 0;
        int kept = 0;
        int read = source.read(bytes, 0, CHUNK);
        while (read > 0) {
            int length = kept + read;
            searched += read;
            for (Group group : groups) {
                found += group.count(length, kept);
            }
            kept = Math.min(overlap, length);
            System.arraycopy(bytes, length - kept, bytes, 0, kept);
            read = source.read(bytes, kept, CHUNK - kept);
        }
        return new Count(searched, found);
    }

    private int endOfZeros(int from, int length) {
        int at = from;
        while (at + Long.BYTES <= length && buffer.getLong(at) == 0) {
            at += Long.BYTES;
        }
        while (at < length && buffer.get(at) == 0) {
            at++;
        }
        return at;
    }

    /** Forms that are looked for together. */
    private final class Group {

        private final int window;
        private final byte[] shifts = new byte[1 << TABLE_BITS];
        private final List<List<byte[]>> ending = new ArrayList<>();
        private final int[] bucket = new int[1 << TABLE_BITS];

        Group(List<byte[]> forms) {
            this.window = Math.min(
                    Byte.MAX_VALUE,
                    forms.stream().mapToInt(form -> form.length).min().orElseThrow());
            ending.add(List.of());
            Arrays.fill(shifts, (byte) (window - BLOCK + 1));
            forms.forEach(this::enter);
        }

        private void enter(byte[] form) {
            ByteBuffer bytes = ByteBuffer.wrap(form).order(ByteOrder.LITTLE_ENDIAN);
            for (int end = BLOCK; end <= window; end++) {
                int slot = slot(bytes.getInt(end - BLOCK));
                shifts[slot] = (byte) Math.min(shifts[slot], window - end);
            }
            int last = slot(bytes.getInt(window - BLOCK));
            if (bucket[last] == 0) {
                bucket[last] = ending.size();
                ending.add(new ArrayList<>());
            }
            ending.get(bucket[last]).add(form);
        }

        /** Counts what ends after the bytes that were searched before. */
        long count(int length, int before) {
            long found = 0;
            int at = 0;
            while (at + window <= length) {
                int slot = slot(buffer.getInt(at + window - BLOCK));
                if (buffer.getLong(at + window - Long.BYTES) == 0) {
                    at = endOfZeros(at + window, length) - MOST_ZEROS;
                } else if (shifts[slot] > 0) {
                    at += shifts[slot];
                } else {
                    found += matching(ending.get(bucket[slot]), at, length, before);
                    at++;
                }
            }
            return found;
        }

        private long matching(List<byte[]> candidates, int at, int length, int before) {
            long found = 0;
            for (byte[] form : candidates) {
                int end = at + form.length;
                if (end <= length && end > before && Arrays.equals(buffer.array(), at, end, form, 0, form.length)) {
                    found++;
                }
            }
            return found;
        }
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
