package dev.sotto.lex;

/** How an input reached the bot, in Lex V2's words (runtime API, InputMode). */
public enum InputMode {
    TEXT("Text"),
    SPEECH("Speech"),
    DTMF("DTMF");

    private final String lexName;

    InputMode(String lexName) {
        this.lexName = lexName;
    }

    /** Returns Lex's word for it. */
    public String lexName() {
        return lexName;
    }
}
