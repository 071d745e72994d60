package dev.sotto.speech.embedded;

import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import java.util.List;

/** What a process that listens has to be told, and what the numbers mean that it answers with. Safe for many threads. */
public interface EarPlan {

    /** Returns what is heard. */
    Capabilities capabilities();

    /** Returns the parts to listen with, the one that is tried first in front. */
    List<EarPart> parts(Hints hints);

    /**
     * Returns words by their numbers.
     *
     * @throws IllegalArgumentException for a number that no word has
     */
    List<String> words(EarPart part, List<Integer> numbers);
}
