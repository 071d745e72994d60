package dev.sotto.cli;

import dev.sotto.speech.audio.MalformedWavException;
import dev.sotto.speech.audio.WavFile;
import java.io.IOException;
import java.nio.file.Path;

/** Recordings that somebody named on the command line. */
final class Recordings {

    private Recordings() {}

    /** Reads one, or says what is wrong with it. */
    static WavFile read(Path file) {
        try {
            return WavFile.read(file);
        } catch (MalformedWavException e) {
            throw CommandException.wrongUse(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw CommandException.wrongUse("cannot read " + file);
        }
    }
}
