package dev.sotto.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that somebody named on the command line. */
final class TextFile {

    private TextFile() {}

    /** Reads one, or says what is wrong with it. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw CommandException.wrongUse(file + ": found bytes that are not UTF-8; expected text in UTF-8");
        } catch (IOException e) {
            throw CommandException.wrongUse("cannot read " + file);
        }
    }
}
