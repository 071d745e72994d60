package dev.sotto.nlu.crf;

import dev.sotto.nlu.SlotName;
import java.util.List;

/**
 * The labels of words: 0 for none, then two for each slot, its first word and its later ones.
 *
 * @param slots in the order of their labels
 */
record Labels(List<SlotName> slots) {

    static final int OUTSIDE = 0;

    Labels {
        slots = List.copyOf(slots);
    }

    int count() {
        return 1 + 2 * slots.size();
    }

    static int first(int slot) {
        return 1 + 2 * slot;
    }

    static int later(int slot) {
        return 2 + 2 * slot;
    }

    static boolean isLater(int label) {
        return label > 0 && label % 2 == 0;
    }

    static boolean isFirst(int label) {
        return label % 2 == 1;
    }

    static int slot(int label) {
        return (label - 1) / 2;
    }

    /** Whether a label may follow another; -1 stands for the beginning. A later word only follows its own slot. */
    static boolean mayFollow(int before, int label) {
        return !isLater(label) || (before > 0 && slot(before) == slot(label));
    }
}
