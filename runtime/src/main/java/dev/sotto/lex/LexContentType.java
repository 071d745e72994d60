package dev.sotto.lex;

/** What a message is, in Lex V2's words (runtime API, Message). */
public enum LexContentType {
    PLAIN_TEXT("PlainText"),
    SSML("SSML"),
    CUSTOM_PAYLOAD("CustomPayload"),
    IMAGE_RESPONSE_CARD("ImageResponseCard");

    private final String lexName;

    LexContentType(String lexName) {
        this.lexName = lexName;
    }

    /** Returns Lex's word for it. */
    public String lexName() {
        return lexName;
    }
}
