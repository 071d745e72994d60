package dev.sotto.nlu.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The word lists of a language: text resources named after their purpose and the language, such as {@code numbers-en.txt}. */
public final class LanguageResource {

    private LanguageResource() {}

    /**
     * Returns the lines of a list without comments and blank ones, or nothing if the language has none.
     *
     * @param owner a class of the package that the list lies beside
     */
    public static Optional<List<String>> lines(Class<?> owner, String purpose, Locale locale) {
        String language = locale.getLanguage();
        if (!language.matches("[a-z]{2,3}")) {
            return Optional.empty();
        }
        try (InputStream in = owner.getResourceAsStream(purpose + "-" + language + ".txt")) {
            if (in == null) {
                return Optional.empty();
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
