package dev.sotto.speech.official;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.EarPlan;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An installed model whose files were looked at, all of them, and can be listened with. Safe for many threads. */
public final class OfficialModel {

    private static final Set<Integer> RATES = Set.of(8_000, 16_000, 24_000, 44_100, 48_000);

    private final InstalledModel installed;
    private final NumberedModel numbered;
    private final SymbolTable words;
    private final PhraseNumbers numbers;

    OfficialModel(InstalledModel installed, NumberedModel numbered, SymbolTable words) {
        this.installed = installed;
        this.numbered = numbered;
        this.words = words;
        this.numbers = new PhraseNumbers(words, numbered.unknown());
    }

    /** Returns what is known of it. */
    public InstalledModel installed() {
        return installed;
    }

    /** Returns what hears all that the model knows, whatever the bot. */
    public EarPlan hearing(Locale locale) {
        return new Plan(capabilities(locale), OfficialParts.whole(numbered, words.highest()));
    }

    /**
     * Returns what hears some phrases and nothing else, in any order; what is none of them is rejected, if the model has a
     * word for that.
     *
     * @param phrases words each; words that the model does not have are left out
     * @throws IllegalStateException for a model that takes no grammar
     * @throws IllegalArgumentException if no word is left
     * @throws IOException if the grammar cannot be written
     */
    public EarPlan hearing(Locale locale, Collection<List<String>> phrases) throws IOException {
        if (installed.kind() != ModelKind.RUN_TIME_GRAMMAR) {
            throw new IllegalStateException("a grammar for a model that takes none");
        }
        return new Plan(capabilities(locale), OfficialParts.grammar(numbered, words.highest(), numbers.lines(phrases)));
    }

    private static Capabilities capabilities(Locale locale) {
        Set<AudioFormat> formats = new HashSet<>();
        for (int rate : RATES) {
            for (AudioFormat.Encoding encoding : EnumSet.allOf(AudioFormat.Encoding.class)) {
                formats.add(new AudioFormat(encoding, rate, 1));
            }
        }
        return new Capabilities(Set.of(locale), formats, Set.of(Capabilities.Feature.PARTIALS));
    }

    private final class Plan implements EarPlan {

        private final Capabilities capabilities;
        private final EarPart part;

        Plan(Capabilities capabilities, EarPart part) {
            this.capabilities = capabilities;
            this.part = part;
        }

        @Override
        public Capabilities capabilities() {
            return capabilities;
        }

        @Override
        public List<EarPart> parts(Hints hints) {
            return List.of(part);
        }

        @Override
        public List<String> words(EarPart spoken, List<Integer> numbers) {
            return word(numbers);
        }
    }

    private List<String> word(List<Integer> numbers) {
        for (int number : numbers) {
            if (number < 1
                    || number > words.highest()
                    || words.words().get(number).isEmpty()) {
                throw new IllegalArgumentException("a word that the model does not have");
            }
        }
        return numbers.stream().map(number -> words.words().get(number)).toList();
    }
}
