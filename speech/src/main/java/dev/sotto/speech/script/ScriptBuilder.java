package dev.sotto.speech.script;

import dev.sotto.speech.normalise.Normaliser;
import dev.sotto.speech.normalise.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a script together, from the first word to the last. Mutable; confined to one thread. */
final class ScriptBuilder {

    private final Normaliser normaliser;
    private final Cutter cutter = new Cutter();
    private final List<Step> steps = new ArrayList<>();
    /** Text of which nothing is known but its looks, and which is read as a whole: a date may be in two pieces of it. */
    private final StringBuilder text = new StringBuilder();

    private final StringBuilder words = new StringBuilder();
    private double pace = 1;

    ScriptBuilder(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    void text(String more) {
        text.append(more);
    }

    void text(String some, Reading reading, Optional<String> format) {
        readText();
        words.append(' ').append(normaliser.words(some, reading, format));
    }

    double pace() {
        return pace;
    }

    /** Goes on at another pace. */
    void pace(double next) {
        if (next != pace) {
            end();
            pace = next;
        }
    }

    /** Ends a sentence, whether it looks like one or not. */
    void sentence() {
        readText();
        if (words.length() > 0 && ",.?!".indexOf(words.charAt(words.length() - 1)) < 0) {
            words.append('.');
        }
    }

    void silence(Duration length) {
        end();
        if (!length.isZero()) {
            steps.add(new Step.Silence(length));
        }
    }

    void mark(String name) {
        end();
        steps.add(new Step.Mark(name));
    }

    List<Step> steps() {
        end();
        return steps;
    }

    private void end() {
        readText();
        cutter.cut(words.toString(), pace).forEach(phrase -> steps.add(new Step.Speak(phrase)));
        words.setLength(0);
    }

    private void readText() {
        if (text.length() > 0) {
            words.append(' ').append(normaliser.words(text.toString()));
            text.setLength(0);
        }
    }
}
