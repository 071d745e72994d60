package dev.sotto.bot.version;

import dev.sotto.bot.build.BotSource;
import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.storage.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The id of a bot's version: 32 hexadecimal digits of a hash over its source and all else that decides what it becomes.
 * The same wherever it is computed. Never a hash of model bytes, for those differ between CPU types.
 */
public record VersionId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;

    /** Raised when compiling changes in a way that old models do not serve any more. */
    private static final String COMPILER = "sotto-compiler-1";

    public VersionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a version: expected 32 hexadecimal digits");
        }
    }

    /** Returns the id of what an engine makes of a source. */
    static VersionId of(BotSource source, UnderstandingEngine engine) {
        List<String> parts = new ArrayList<>(List.of(COMPILER, engine.name(), engine.fingerprint()));
        parts.add(source.main().text());
        source.files().forEach((name, file) -> {
            if (!file.equals(source.main())) {
                parts.add(name);
                parts.add(file.text());
            }
        });
        return of(parts);
    }

    /** Returns the id under which the model of a further locale is kept. */
    VersionId in(Locale locale) {
        return of(List.of(value, locale.toLanguageTag()));
    }

    private static VersionId of(List<String> parts) {
        MessageDigest digest = Sha256.begin();
        parts.forEach(part -> Sha256.add(digest, part));
        return new VersionId(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
    }

    @Override
    public String toString() {
        return value;
    }
}
