package dev.sotto.architecture.planted.loose;

import dev.sotto.speech.script.FixedText;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedFixedText {

    FixedText fix(String text) {
        return FixedText.plain(text);
    }
}
