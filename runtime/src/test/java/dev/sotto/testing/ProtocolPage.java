package dev.sotto.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of {@code docs/protocol.md}, so that the page and the program cannot part. */
public final class ProtocolPage {

    private static final Path PAGE = Path.of("..", "docs", "protocol.md");

    private ProtocolPage() {}

    /** Returns the rows of the table of errors as code, HTTP status and close code, each after a space. */
    public static List<String> errors() {
        List<String> rows = new ArrayList<>();
        for (String[] cells : table("## 5. Errors")) {
            for (String code : cells[0].replace("`", "").split(", ", -1)) {
                rows.add(code + " " + cells[1] + " " + cells[2]);
            }
        }
        return rows;
    }

    /** Returns the close codes. */
    public static List<Integer> closeCodes() {
        return table("### Close codes").stream()
                .map(cells -> Integer.valueOf(cells[0]))
                .toList();
    }

    private static List<String[]> table(String heading) {
        List<String[]> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines()) {
            if (line.startsWith("#")) {
                inside = line.equals(heading);
            } else if (inside && line.startsWith("| ") && !line.startsWith("| code ") && !line.startsWith("| ---")) {
                String[] cells = line.substring(1).split("\\|", -1);
                rows.add(trimmed(cells));
            }
        }
        if (rows.isEmpty()) {
            throw new AssertionError("no table below \"" + heading + "\" in " + PAGE);
        }
        return rows;
    }

    private static String[] trimmed(String[] cells) {
        String[] trimmed = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            trimmed[i] = cells[i].strip();
        }
        return trimmed;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
