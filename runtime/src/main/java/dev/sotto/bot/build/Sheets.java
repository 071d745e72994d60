package dev.sotto.bot.build;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files of a bot while it is read in one locale: finds places in them, and texts that nobody has translated. */
final class Sheets {

    private final Map<String, SourceFile> files;
    private final Optional<Translation> translation;

    /**
     * Words of one language that are to be said in another.
     *
     * @param overlay the file that has them in the language
     */
    record Translation(SourceFile overlay, Locale from, Locale to) {}

    private Sheets(Collection<SourceFile> files, Optional<Translation> translation) {
        this.files =
                files.stream().collect(Collectors.toMap(SourceFile::shown, Function.identity(), (one, other) -> one));
        this.translation = translation;
    }

    static Sheets of(BotSource source) {
        return new Sheets(source.files().values(), Optional.empty());
    }

    /** Returns the sheets of one file. */
    static Sheets of(SourceFile file) {
        return new Sheets(List.of(file), Optional.empty());
    }

    /** Returns the sheets of a bot whose words are to be in another language. */
    static Sheets of(BotSource source, Translation translation) {
        return new Sheets(source.files().values(), Optional.of(translation));
    }

    /** Returns the place of a code unit inside a value. */
    Position within(YamlNode.Scalar scalar, int offset) {
        SourceFile file = files.get(scalar.position().file());
        return file == null ? scalar.position() : file.within(scalar, offset);
    }

    /** Notes what is wrong inside a value. */
    void note(List<Fault> faults, YamlNode.Scalar scalar, Problems problems) {
        for (Fault fault : faults) {
            Position at = within(scalar, fault.offset());
            problems.add(new Problem(at, fault.code(), fault.found(), fault.expected(), Optional.empty()));
        }
    }

    /** Returns whether a node stands there in another language than it is to be read in. */
    boolean isForeign(YamlNode node) {
        return translation
                .filter(other -> !node.position().file().equals(other.overlay().shown()))
                .isPresent();
    }

    /** Notes words for people that stand there in another language than they are to be said in. */
    void noteForeign(YamlNode node, Problems problems) {
        translation
                .filter(other -> !node.position().file().equals(other.overlay().shown()))
                .ifPresent(other -> problems.add(
                        node.position(),
                        "wording.untranslated",
                        "words in " + language(other.from()),
                        "the same in " + language(other.to()) + ", in "
                                + other.overlay().shown()));
    }

    private static String language(Locale locale) {
        return locale.getDisplayLanguage(Locale.UK);
    }
}
