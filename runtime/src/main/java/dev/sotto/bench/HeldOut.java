package dev.sotto.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Lines that no bot was trained with.
 *
 * @param lines in the order of the file; some with an intent and some without
 */
record HeldOut(List<Line> lines) {

    /** Stands for the intent of lines that the bot has nothing to do with. */
    static final String NONE = "none";

    HeldOut {
        lines = List.copyOf(lines);
    }

    /**
     * A line and what it should be understood as.
     *
     * @param intent {@link #NONE} if the bot has nothing to do with it
     */
    record Line(String text, String intent) {}

    /** Something that names the intent of a text. */
    interface Reader {
        String intent(String text) throws TimeoutException;
    }

    /**
     * How well somebody understands.
     *
     * @param accuracy share of the lines with an intent that were given theirs
     * @param rejected share of the other lines that were given none
     */
    record Score(double accuracy, double rejected) {}

    /** Reads lines of text, tab and intent. */
    static HeldOut read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            int tab = line.indexOf('\t');
            if (tab < 1 || tab == line.length() - 1) {
                throw new IOException(file + ":" + (lines.size() + 1) + ": expected a text, a tab and an intent");
            }
            lines.add(new Line(line.substring(0, tab), line.substring(tab + 1)));
        }
        return new HeldOut(lines);
    }

    /** Counts what a reader gets right. */
    Score score(Reader reader) throws TimeoutException {
        int known = 0;
        int right = 0;
        int rejected = 0;
        for (Line line : lines) {
            boolean isRight = reader.intent(line.text()).equals(line.intent());
            if (line.intent().equals(NONE)) {
                rejected += isRight ? 1 : 0;
            } else {
                known++;
                right += isRight ? 1 : 0;
            }
        }
        return new Score((double) right / known, (double) rejected / (lines.size() - known));
    }
}
