package dev.sotto.bot;

import dev.sotto.nlu.SlotName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in an intent where a passage may stand.
 *
 * @param slot for the points that are about one
 */
public record Place(Point point, Optional<SlotName> slot) {

    private static final char SEPARATOR = '/';

    /** The kinds of places, in the order in which an intent passes them. */
    public enum Point {
        BEGIN("begin"),
        CAPTURED("captured"),
        SLOT_FAILED("failed"),
        CONFIRMED("confirmed"),
        DECLINED("declined"),
        CONFIRM_FAILED("failed"),
        ANSWER("answer"),
        FAILURE("failed"),
        TIMED_OUT("timed-out"),
        CLOSING("closing");

        private final String key;

        Point(String key) {
            this.key = key;
        }

        /** Returns the key in a bot file. */
        public String key() {
            return key;
        }
    }

    /** Returns a place that is about the whole intent. */
    public static Place of(Point point) {
        return new Place(point, Optional.empty());
    }

    /** Returns a place that is about a slot. */
    public static Place of(Point point, SlotName slot) {
        return new Place(point, Optional.of(slot));
    }

    /** Returns the place as keys in a bot file would lead there: {@code slots/size/captured}. */
    public String path() {
        String confirm =
                point == Point.CONFIRMED || point == Point.DECLINED || point == Point.CONFIRM_FAILED ? "confirm/" : "";
        return slot.map(name -> "slots/" + name + SEPARATOR).orElse(confirm) + point.key();
    }

    /** Returns the path of a branch of the passage at a path. */
    public static String branch(String path, int index) {
        return path + SEPARATOR + "when" + SEPARATOR + (index + 1);
    }

    /** Returns the path of what follows a call at a path. */
    public static String after(String path, String outcome) {
        return path + SEPARATOR + outcome;
    }

    /** Returns the passages of an intent that stand at a place, without those within them. */
    public static Map<Place, Passage> passages(Intent intent) {
        Map<Place, Passage> passages = new LinkedHashMap<>();
        passages.put(of(Point.BEGIN), intent.begin());
        for (Slot slot : intent.slots()) {
            passages.put(of(Point.CAPTURED, slot.name()), slot.captured());
            passages.put(of(Point.SLOT_FAILED, slot.name()), slot.failed());
        }
        intent.confirmation().ifPresent(confirmation -> {
            passages.put(of(Point.CONFIRMED), confirmation.confirmed());
            passages.put(of(Point.DECLINED), confirmation.declined());
            passages.put(of(Point.CONFIRM_FAILED), confirmation.failed());
        });
        Outcomes outcomes = intent.outcomes();
        passages.put(of(Point.ANSWER), outcomes.answer());
        outcomes.failure().ifPresent(failure -> passages.put(of(Point.FAILURE), failure));
        outcomes.timedOut().ifPresent(timedOut -> passages.put(of(Point.TIMED_OUT), timedOut));
        passages.put(of(Point.CLOSING), outcomes.closing());
        return passages;
    }

    /**
     * A passage and where it stands.
     *
     * @param place the place that it belongs to
     * @param path the place itself, or one within it
     */
    public record Standing(Place place, String path, Passage passage) {}

    /** Returns all passages of an intent, with those within branches and after calls. */
    public static List<Standing> all(Intent intent) {
        List<Standing> all = new ArrayList<>();
        passages(intent).forEach((place, passage) -> add(all, place, place.path(), passage));
        return all;
    }

    private static void add(List<Standing> all, Place place, String path, Passage passage) {
        all.add(new Standing(place, path, passage));
        for (int i = 0; i < passage.branches().size(); i++) {
            add(all, place, branch(path, i), passage.branches().get(i).passage());
        }
        if (passage.next() instanceof Next.Call call) {
            add(all, place, after(path, "succeeded"), call.succeeded());
            add(all, place, after(path, "failed"), call.failed());
            add(all, place, after(path, "timed-out"), call.timedOut());
        }
    }
}
