package dev.sotto.bot.build;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.YamlNode;
import java.util.List;

/** A file that an author wrote, with the places in it. Immutable. */
public final class SourceFile {

    private final String shown;
    private final String text;
    private final List<String> lines;

    /**
     * Makes a file of its text.
     *
     * @param shown its name as the person who runs the command would give it
     */
    public SourceFile(String shown, String text) {
        this.shown = shown;
        this.text = text;
        this.lines = List.of(text.split("\r\n|[\r\n]", -1));
    }

    /** Returns its name as the person who runs the command would give it. */
    public String shown() {
        return shown;
    }

    /** Returns all that stands in it. */
    public String text() {
        return text;
    }

    /**
     * Returns the place of a code unit inside a value: exact where the value stands in one line as it was read, else
     * the place where the value begins (escapes and folded lines move what follows).
     */
    Position within(YamlNode.Scalar scalar, int offset) {
        Position start = scalar.position();
        if (start.line() > lines.size()) {
            return start;
        }
        String line = lines.get(start.line() - 1);
        int quotes = scalar.style() == YamlNode.Style.QUOTED ? 1 : 0;
        if (start.column() - 1 > line.codePointCount(0, line.length())) {
            return start;
        }
        int from = line.offsetByCodePoints(0, start.column() - 1) + quotes;
        if (offset > scalar.text().length() || !line.startsWith(scalar.text(), from)) {
            return start;
        }
        int column = line.codePointCount(0, from + offset) + 1;
        return new Position(start.file(), start.line(), column);
    }
}
