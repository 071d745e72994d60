package dev.sotto.speech.script;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.normalise.Normaliser;
import dev.sotto.speech.script.ScriptRefusedException.Reason;
import java.util.List;
import java.util.Locale;

/** A message as it is spoken: phrases, silences and marks. Immutable; safe for many threads. */
public final class Script {

    /** Most letters of a message, markup included: some five minutes of speech. */
    public static final int MOST_LETTERS = 6_000;

    private final List<Step> steps;

    private Script(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Returns how a text without markup is spoken.
     *
     * @throws ScriptRefusedException if it is too long or not in English
     */
    public static Script plain(Saying text, Locale locale) {
        return plain(text.reveal(), locale);
    }

    /**
     * Returns how SSML is spoken: {@code speak p s break say-as emphasis prosody sub mark}. The text within other elements
     * is spoken as if they were not there.
     *
     * @throws ScriptRefusedException if it is malformed, too long or not in English
     */
    public static Script ssml(Saying text, Locale locale) {
        return ssml(text.reveal(), locale);
    }

    /**
     * Returns how a bot's own words are spoken.
     *
     * @throws ScriptRefusedException as the others
     */
    public static Script fixed(FixedText text, Locale locale) {
        return text.form() == FixedText.Form.SSML ? ssml(text.text(), locale) : plain(text.text(), locale);
    }

    /** Returns what happens, in order. */
    public List<Step> steps() {
        return steps;
    }

    private static Script plain(String text, Locale locale) {
        ScriptBuilder builder = new ScriptBuilder(normaliser(text, locale));
        builder.text(text);
        return new Script(builder.steps());
    }

    private static Script ssml(String text, Locale locale) {
        ScriptBuilder builder = new ScriptBuilder(normaliser(text, locale));
        new SsmlReader(builder).read(text);
        return new Script(builder.steps());
    }

    private static Normaliser normaliser(String text, Locale locale) {
        if (text.length() > MOST_LETTERS) {
            throw new ScriptRefusedException(
                    Reason.TOO_LONG, "found " + text.length() + " letters; expected at most " + MOST_LETTERS);
        }
        return Normaliser.forLocale(locale)
                .orElseThrow(() -> new ScriptRefusedException(
                        Reason.LANGUAGE,
                        "found a text in " + locale.toLanguageTag()
                                + "; expected English, the one language with a voice"));
    }

    /** Returns how many steps there are, and nothing of what is said. */
    @Override
    public String toString() {
        return "Script(" + steps.size() + ")";
    }
}
