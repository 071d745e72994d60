package dev.sotto.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A recording and what somebody says it holds.
 *
 * @param name the recording as its list names it
 * @param transcript its words, if they were written down
 * @param wanted what it asks for, if that was
 */
record SpokenRow(String name, Path recording, Optional<String> transcript, Optional<Wanted> wanted) {

    /** An intent and the words for its slots. */
    record Wanted(String intent, Map<String, String> slots) {

        Wanted {
            slots = Map.copyOf(slots);
        }
    }
}
