package dev.sotto.speech.official;

import dev.sotto.speech.embedded.DamagedEarException;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.storage.Sha256;
import dev.sotto.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Names of what is listened with, of a model of an operator's: the model itself, or a grammar for it. */
public final class OfficialParts {

    private static final String WHOLE = "official";
    private static final String GRAMMARS = "grammars";
    private static final Pattern GRAMMAR = Pattern.compile("official-([0-9a-f]{32})");

    /** Longest grammar, in bytes. */
    private static final long LARGEST = 16 << 20;

    private OfficialParts() {}

    /** Returns whether a part is one of an operator's model. */
    public static boolean isOne(EarPart part) {
        return part.name().equals(WHOLE) || GRAMMAR.matcher(part.name()).matches();
    }

    /** Returns the part that is a whole model. */
    static EarPart whole(NumberedModel model, int words) {
        return new EarPart(model.root(), WHOLE, words);
    }

    /**
     * Returns the part that is a grammar for a model, written if it is not there.
     *
     * @param phrases numbers of words with single spaces between; at least one
     */
    static EarPart grammar(NumberedModel model, int words, List<String> phrases) throws IOException {
        String text = String.join("\n", phrases) + "\n";
        String id = Sha256.of(text).substring(0, 32);
        Path file = model.root().resolve(GRAMMARS).resolve(id);
        if (!Files.isRegularFile(file)) {
            WholeFile.write(file, text);
        }
        return new EarPart(model.root(), WHOLE + "-" + id, words);
    }

    /** Returns the phrases of a part, or none if it is a whole model. */
    static List<String> phrases(EarPart part) {
        if (part.name().equals(WHOLE)) {
            return List.of();
        }
        Path file = part.ear().resolve(GRAMMARS).resolve(part.name().substring(WHOLE.length() + 1));
        try {
            if (Files.size(file) > LARGEST) {
                throw new DamagedEarException("its grammar is too long");
            }
            String text = Files.readString(file);
            if (!part.name().equals(WHOLE + "-" + Sha256.of(text).substring(0, 32))) {
                throw new DamagedEarException("its grammar is another one than was written");
            }
            return text.lines().toList();
        } catch (IOException e) {
            throw new DamagedEarException("it lacks a grammar");
        }
    }
}
