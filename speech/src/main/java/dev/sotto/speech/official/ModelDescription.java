package dev.sotto.speech.official;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a model, and what they may do with it.
 *
 * @param name 1 to 64 letters, digits, dots, hyphens and underscores, the first a letter or a digit
 * @param locale the language it hears
 * @param licence in short, or {@value #UNKNOWN}
 */
public record ModelDescription(String name, Locale locale, String licence) {

    /** What stands for a licence that nobody told. */
    public static final String UNKNOWN = "unknown";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .,()+/-]{0,63}");
    private static final Pattern OFFICIAL =
            Pattern.compile("vosk[-_]model(?:[-_]small)?[-_]([a-z]{2,3})(?:[-_]([a-z]{2}))?(?:[-_].*)?");

    /** Countries that models are named after in the place of a language. */
    private static final Map<String, String> COUNTRIES =
            Map.of("cn", "zh-CN", "ua", "uk-UA", "vn", "vi-VN", "kz", "kk-KZ", "jp", "ja-JP", "cz", "cs-CZ");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private static final List<String> FILES =
            List.of("LICENSE", "LICENSE.txt", "LICENCE", "COPYING", "README", "README.md", "README.txt");
    private static final Map<Pattern, String> LICENCES = licences();

    public ModelDescription {
        if (!NAME.matcher(name).matches()) {
            throw refused(name, "a name that does not serve", "1 to 64 of letters, digits, . _ -", "--name");
        }
        if (locale.getLanguage().isEmpty()) {
            throw refused(name, "a name that tells no language", "a language such as en-US", "--locale");
        }
        if (!LICENCE.matcher(licence).matches()) {
            throw refused(name, "a licence that does not serve", "its short name, such as Apache-2.0", "--licence");
        }
    }

    private static ModelRefusedException refused(String name, String found, String expected, String option) {
        return new ModelRefusedException(Reason.DESCRIPTION, name, found, expected, "say it with " + option);
    }

    private static Map<Pattern, String> licences() {
        Map<Pattern, String> licences = new LinkedHashMap<>();
        licences.put(Pattern.compile("(?i)\\bCC[- ]BY[- ]NC[- ]SA[- ]4\\.0"), "CC-BY-NC-SA-4.0");
        licences.put(Pattern.compile("(?i)\\bCC[- ]BY[- ]NC[- ]4\\.0"), "CC-BY-NC-4.0");
        licences.put(Pattern.compile("(?i)\\bAGPL"), "AGPL");
        licences.put(Pattern.compile("(?i)\\bapache(?: licen[sc]e)?,?(?: version)?[- ]2(?:\\.0)?"), "Apache-2.0");
        licences.put(Pattern.compile("\\bMIT\\b"), "MIT");
        return licences;
    }

    /** Returns whether a model may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Returns the language that the name of an official model tells. */
    static Optional<Locale> localeOf(String name) {
        Matcher matcher = OFFICIAL.matcher(name.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        if (COUNTRIES.containsKey(first)) {
            return Optional.of(Locale.forLanguageTag(COUNTRIES.get(first)));
        }
        if (!LANGUAGES.contains(first)) {
            return Optional.empty();
        }
        String country = Optional.ofNullable(matcher.group(2)).orElse("").toUpperCase(Locale.ROOT);
        return Optional.of(new Locale.Builder()
                .setLanguage(first)
                .setRegion(REGIONS.contains(country) ? country : "")
                .build());
    }

    /** Returns the licence that a file beside the model names. */
    static Optional<String> licenceIn(ModelFolder folder) throws IOException {
        for (String name : FILES) {
            Optional<String> text = ModelCheck.text(folder.root(), name);
            for (Map.Entry<Pattern, String> licence : LICENCES.entrySet()) {
                if (text.isPresent() && licence.getKey().matcher(text.get()).find()) {
                    return Optional.of(licence.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
