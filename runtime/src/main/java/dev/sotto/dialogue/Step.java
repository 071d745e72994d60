package dev.sotto.dialogue;

import java.util.List;

/**
 * What came of an event.
 *
 * @param state takes the place of the state before
 * @param effects what is to be done, in order
 */
public record Step(State state, List<Effect> effects) {

    public Step {
        effects = List.copyOf(effects);
    }
}
