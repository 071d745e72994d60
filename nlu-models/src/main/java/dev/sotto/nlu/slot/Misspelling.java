package dev.sotto.nlu.slot;

/** Whether two words differ by one slip of the finger. */
final class Misspelling {

    private Misspelling() {}

    /**
     * Returns whether one letter is missing, added or wrong, or two neighbours are swapped. The first letter must be
     * right, and equal words are no misspelling.
     */
    static boolean isOneSlip(String written, String meant) {
        int difference = written.length() - meant.length();
        if (Math.abs(difference) > 1 || written.isEmpty() || meant.isEmpty() || written.charAt(0) != meant.charAt(0)) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(written.length(), meant.length());
        while (same < shorter && written.charAt(same) == meant.charAt(same)) {
            same++;
        }
        if (difference == 0 && same == shorter) {
            return false;
        }
        if (difference != 0) {
            String longer = difference > 0 ? written : meant;
            String other = difference > 0 ? meant : written;
            return longer.regionMatches(same + 1, other, same, other.length() - same);
        }
        boolean wrong = tailsEqual(written, meant, same + 1);
        boolean swapped = same + 1 < shorter
                && written.charAt(same) == meant.charAt(same + 1)
                && written.charAt(same + 1) == meant.charAt(same)
                && tailsEqual(written, meant, same + 2);
        return wrong || swapped;
    }

    private static boolean tailsEqual(String a, String b, int from) {
        return a.regionMatches(from, b, from, a.length() - from);
    }
}
