package dev.sotto.speech.script;

/**
 * A text that is the same for everybody: a bot's own words, as its files have them, without a place for a value. Only such a
 * text may be rendered ahead and kept, so it is made where bots are read and nowhere else.
 */
public final class FixedText {

    private final String text;
    private final Form form;

    private FixedText(String text, Form form) {
        this.text = text;
        this.form = form;
    }

    /** Takes a text without markup from a bot's files. */
    public static FixedText plain(String text) {
        return new FixedText(text, Form.PLAIN);
    }

    /** Takes SSML from a bot's files. */
    public static FixedText ssml(String text) {
        return new FixedText(text, Form.SSML);
    }

    String text() {
        return text;
    }

    Form form() {
        return form;
    }

    enum Form {
        PLAIN,
        SSML
    }
}
