package dev.sotto.dialogue;

import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.Saying;

/** What a message came to be with its values in place, and how far that may travel. */
record Rendered(Saying text, DataClass dataClass) {}
