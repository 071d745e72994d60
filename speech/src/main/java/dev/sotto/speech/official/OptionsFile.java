package dev.sotto.speech.official;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with an option of Kaldi's on each line.
 *
 * @param name of the file
 * @param values by the option's name
 */
record OptionsFile(String name, Map<String, String> values) {

    private static final long LARGEST = 1 << 16;
    private static final Pattern OPTION = Pattern.compile("--([a-zA-Z0-9._-]{1,64})(?:=(.{0,256}))?");
    private static final Pattern FILE = Pattern.compile("[^ ]*[/\\\\|][^ ]*|.*[|<>`$].*");

    OptionsFile {
        values = Map.copyOf(values);
    }

    static OptionsFile read(Path folder, String name) throws IOException {
        if (Files.size(folder.resolve(name)) > LARGEST) {
            throw foreign(name, "more than " + LARGEST + " bytes");
        }
        Map<String, String> values = new LinkedHashMap<>();
        int at = 0;
        try {
            for (String line : Files.readAllLines(folder.resolve(name))) {
                at++;
                String option = line.replaceFirst("#.*", "").strip();
                if (!option.isEmpty()) {
                    add(option, name, at, values);
                }
            }
        } catch (CharacterCodingException e) {
            throw foreign(name, "bytes that are no text");
        }
        return new OptionsFile(name, values);
    }

    private static void add(String option, String name, int line, Map<String, String> values) {
        Matcher matcher = OPTION.matcher(option);
        if (!matcher.matches()) {
            throw foreign(name, "line " + line + " is no option");
        }
        String value = Optional.ofNullable(matcher.group(2)).orElse("true");
        if (FILE.matcher(value).matches()) {
            throw new ModelRefusedException(
                    Reason.UNSAFE_PATH,
                    name,
                    "line " + line + " names a file or a command",
                    "numbers and words only",
                    "take that line out if you know that the model does without it");
        }
        values.put(matcher.group(1), value);
    }

    private static ModelRefusedException foreign(String name, String found) {
        return new ModelRefusedException(
                Reason.FOREIGN_FILE,
                name,
                found,
                "an option such as --num-ceps=40 on each line",
                "get the model again");
    }

    /** Returns an option's whole number, if it has one. */
    OptionalInt number(String option) {
        String value = values.get(option);
        if (value == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(new BigDecimal(value).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new ModelRefusedException(
                    Reason.FOREIGN_FILE, name, "--" + option + " is no whole number", "one", "get the model again");
        }
    }
}
