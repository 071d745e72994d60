package dev.sotto.bot.build;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.Locale;
import java.util.Optional;

/** Reads a text for people: there, not too long, and nothing in it that cannot be shown or said. */
final class PlainText {

    private final Sheets file;
    private final Problems problems;

    PlainText(Sheets file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Returns the value, if it is a text of at most that many code points. */
    Optional<YamlNode.Scalar> read(YamlNode node, String expected, int most) {
        return Values.text(node, expected, problems).filter(scalar -> isFit(scalar, most));
    }

    private boolean isFit(YamlNode.Scalar scalar, int most) {
        String text = scalar.text();
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            problems.add(scalar.position(), "text.too_long", length + " characters", "at most " + most + " characters");
            return false;
        }
        return shown(text, scalar, file, problems);
    }

    /** Returns whether everything in the text can be shown, noting the first character that cannot. */
    static boolean shown(String text, YamlNode.Scalar scalar, Sheets file, Problems problems) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int code = text.codePointAt(at);
            boolean control = Character.isISOControl(code) && code != '\n' && code != '\t';
            if (control || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
                Position place = file.within(scalar, at);
                String found = String.format(Locale.ROOT, "the character U+%04X", code);
                problems.add(place, "text.unprintable", found, "text that can be shown and said");
                return false;
            }
        }
        return true;
    }
}
