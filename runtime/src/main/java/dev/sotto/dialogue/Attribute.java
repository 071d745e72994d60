package dev.sotto.dialogue;

import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.SlotValue;

/**
 * A session attribute.
 *
 * @param value what it holds
 * @param dataClass how far that may travel; what a hook sets is personal, unless it was more restricted before
 */
public record Attribute(SlotValue value, DataClass dataClass) {}
