package dev.sotto.yaml;

/**
 * A place in a file.
 *
 * @param file the file as the person who runs the command would name it
 * @param line from 1
 * @param column from 1
 */
public record Position(String file, int line, int column) {

    /** Returns the first place of a file, for problems of the file as a whole. */
    public static Position startOf(String file) {
        return new Position(file, 1, 1);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
