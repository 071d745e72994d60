package dev.sotto.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the few kinds of values that a certificate is made of (ITU-T X.690, distinguished encoding rules). */
final class Der {

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int UTC_TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;

    /** RFC 5280 section 4.1.2.5: dates up to 2049 have two digits for the year, later ones four. */
    private static final int FIRST_FOUR_DIGIT_YEAR = 2050;

    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(SEQUENCE, concatenated(parts));
    }

    static byte[] set(byte[]... parts) {
        return value(SET, concatenated(parts));
    }

    static byte[] truth() {
        return value(BOOLEAN, new byte[] {(byte) 0xff});
    }

    static byte[] integer(BigInteger number) {
        return value(INTEGER, number.toByteArray());
    }

    static byte[] integer(long number) {
        return integer(BigInteger.valueOf(number));
    }

    /**
     * Writes bits.
     *
     * @param unused how many bits at the end of the last byte do not count
     */
    static byte[] bits(int unused, byte[] content) {
        return value(BIT_STRING, concatenated(new byte[] {(byte) unused}, content));
    }

    static byte[] octets(byte[] content) {
        return value(OCTET_STRING, content);
    }

    static byte[] text(String content) {
        return value(UTF8_STRING, content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] time(Instant moment) {
        boolean isShort = moment.atOffset(ZoneOffset.UTC).getYear() < FIRST_FOUR_DIGIT_YEAR;
        byte[] digits = (isShort ? SHORT : LONG).format(moment).getBytes(StandardCharsets.US_ASCII);
        return value(isShort ? UTC_TIME : GENERALIZED_TIME, digits);
    }

    /** Writes a name from the tree of all things, dotted. */
    static byte[] objectIdentifier(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        arc(content, Long.parseLong(arcs[0]) * 40 + Long.parseLong(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            arc(content, Long.parseLong(arcs[i]));
        }
        return value(OBJECT_IDENTIFIER, content.toByteArray());
    }

    /** Wraps values in a tag that only their surroundings give a meaning to. */
    static byte[] tagged(int number, byte[]... parts) {
        return value(CONTEXT | CONSTRUCTED | number, concatenated(parts));
    }

    /** Writes bytes under a tag that only their surroundings give a meaning to. */
    static byte[] taggedBytes(int number, byte[] content) {
        return value(CONTEXT | number, content);
    }

    private static void arc(ByteArrayOutputStream out, long number) {
        for (int shift = 56; shift > 0; shift -= 7) {
            if (number >> shift != 0) {
                out.write((int) (((number >> shift) & 0x7f) | 0x80));
            }
        }
        out.write((int) (number & 0x7f));
    }

    private static byte[] value(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int first = length[0] == 0 ? 1 : 0;
            out.write(0x80 | (length.length - first));
            out.write(length, first, length.length - first);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
