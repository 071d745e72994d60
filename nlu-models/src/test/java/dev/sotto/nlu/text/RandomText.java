package dev.sotto.nlu.text;

import java.util.Random;

/** Texts of mixed scripts, broken surrogates included. */
public final class RandomText {

    private static final int[] RANGES = {
        0x20, 0x7F, 0x20, 0x7F, 0x61, 0x7B, 0xA0, 0x180, 0x300, 0x340, 0x370, 0x400, 0x400, 0x460, 0x5D0, 0x5EB, 0x620,
        0x64A, 0x900, 0x940, 0xE00, 0xE40, 0x1100, 0x1120, 0x2000, 0x2070, 0x20A0, 0x20C0, 0x3040, 0x30A0, 0x4E00,
        0x4E80, 0xAC00, 0xAC80, 0xD800, 0xDFFF, 0xFF00, 0xFF60, 0x1F600, 0x1F640
    };

    private RandomText() {}

    public static String of(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(longest);
        for (int i = 0; i < length; i++) {
            int range = random.nextInt(RANGES.length / 2) * 2;
            int from = RANGES[range];
            text.appendCodePoint(from + random.nextInt(RANGES[range + 1] - from));
            if (random.nextInt(5) == 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
