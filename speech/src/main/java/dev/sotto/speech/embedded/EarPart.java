package dev.sotto.speech.embedded;

import dev.sotto.speech.frontend.Band;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One graph of an ear: the words of it, with models for each kind of audio.
 *
 * @param ear the ear's folder
 * @param name the folder in it
 * @param words how many words it has; the last one stands for any other speech
 */
public record EarPart(Path ear, String name, int words) {

    /** The part that has all of a bot. */
    static final String MAIN = "main";

    /** Returns the folder of one model, relative to the ear's. */
    String model(Band band, boolean noisy) {
        return name + "/" + band.name().toLowerCase(Locale.ROOT) + (noisy ? "-noisy" : "-clear");
    }

    /** Returns the file with its words, relative to the ear's folder. */
    String wordsFile() {
        return name + "/words.txt";
    }
}
