package dev.sotto.nlu.slot;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.text.Plural;
import dev.sotto.nlu.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the slots of an intent in its author's examples: "to" before a payee, "shots" behind a number.
 * Immutable and safe for any thread.
 */
final class Carriers {

    /** Stands for the beginning of an utterance, and for its end. */
    static final String EDGE = "";

    private static final int REACH = 3;
    private static final int DEFAULT_LONGEST = 3;

    /** An item of an example: a word's stem, or a slot with its name in braces. */
    private record Item(String key, @Nullable SlotName slot) {}

    /**
     * What is known of one slot.
     *
     * @param before stems in front of it, nearest first, up to three; a slot in front is its name in braces
     * @param behind the stem behind it
     * @param order where among the slots it comes first, on average
     * @param longest words in the longest value the author gave, or a little more
     */
    record Context(List<List<String>> before, Set<String> behind, double order, int longest) {}

    private final Map<SlotName, Context> contexts = new LinkedHashMap<>();
    private final Map<String, Integer> plain = new HashMap<>();
    private final Map<String, Map<SlotName, Integer>> leading = new HashMap<>();

    Carriers(TrainingSet.Intent intent) {
        Map<SlotName, List<List<String>>> before = new LinkedHashMap<>();
        Map<SlotName, Set<String>> behind = new HashMap<>();
        Map<SlotName, int[]> places = new HashMap<>();
        Map<SlotName, Integer> longest = new HashMap<>();
        for (Example example : intent.examples()) {
            List<Item> items = items(example, longest);
            int slots = 0;
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                SlotName name = item.slot();
                if (name == null) {
                    plain.merge(item.key(), 1, Integer::sum);
                    continue;
                }
                List<String> left = left(items, i);
                before.computeIfAbsent(name, slot -> new ArrayList<>()).add(left);
                behind.computeIfAbsent(name, slot -> new HashSet<>()).add(key(items, i + 1));
                leading.computeIfAbsent(left.get(0), stem -> new HashMap<>()).merge(name, 1, Integer::sum);
                int[] place = places.computeIfAbsent(name, slot -> new int[2]);
                place[0] += slots++;
                place[1]++;
            }
        }
        before.forEach((slot, lefts) -> {
            int[] place = places.getOrDefault(slot, new int[] {0, 1});
            contexts.put(
                    slot,
                    new Context(
                            List.copyOf(lefts),
                            Set.copyOf(behind.getOrDefault(slot, Set.of())),
                            (double) place[0] / place[1],
                            Math.max(DEFAULT_LONGEST, longest.getOrDefault(slot, 0) + 1)));
        });
    }

    /** Returns what is known of a slot; little, if no example has it. */
    Context of(SlotName slot) {
        return contexts.getOrDefault(slot, new Context(List.of(), Set.of(), Double.MAX_VALUE, DEFAULT_LONGEST));
    }

    /** Returns whether a stem is one of the author's own words for this intent. */
    boolean isPlain(String stem) {
        return plain.containsKey(stem);
    }

    /** Returns the share, 0 to 1, of a stem's appearances in which the slot follows it. */
    double pull(String stem, SlotName slot) {
        Map<SlotName, Integer> followers = leading.getOrDefault(stem, Map.of());
        int all = stem.equals(EDGE)
                ? contexts.values().stream().mapToInt(c -> c.before().size()).sum()
                : plain.getOrDefault(stem, 0);
        int leads = followers.getOrDefault(slot, 0);
        return leads == 0 ? 0 : (double) leads / Math.max(all, leads);
    }

    /** Returns the stems that are plain words in the examples. */
    Set<String> plainStems() {
        return plain.keySet();
    }

    private static List<Item> items(Example example, Map<SlotName, Integer> longest) {
        List<Item> items = new ArrayList<>();
        for (Example.Part part : example.parts()) {
            if (part instanceof Example.Text text) {
                Words words = Words.of(text.text());
                for (int i = 0; i < words.size(); i++) {
                    boolean possessive = i > 0 && words.is(i, "s") && words.is(i - 1, "");
                    if (words.isWord(i) && !possessive) {
                        items.add(new Item(Plural.stem(words.get(i)), null));
                    }
                }
            } else if (part instanceof Example.Value value) {
                longest.merge(value.slot(), Words.of(value.text()).size(), Math::max);
                items.add(new Item(key(value.slot()), value.slot()));
            } else if (part instanceof Example.Placeholder place) {
                items.add(new Item(key(place.slot()), place.slot()));
            }
        }
        return items;
    }

    private static List<String> left(List<Item> items, int at) {
        List<String> left = new ArrayList<>();
        for (int i = at - 1; i >= at - REACH; i--) {
            left.add(key(items, i));
            if (i < 0) {
                break;
            }
        }
        return left;
    }

    private static String key(List<Item> items, int at) {
        return at < 0 || at >= items.size() ? EDGE : items.get(at).key();
    }

    /** Returns how a slot is named among stems. */
    static String key(SlotName slot) {
        return "{" + slot + "}";
    }
}
