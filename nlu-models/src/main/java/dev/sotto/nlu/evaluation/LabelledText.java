package dev.sotto.nlu.evaluation;

import java.util.List;

/**
 * A text, what it should be understood as, and where its slot values stand.
 *
 * @param text the words; may be empty, which no bot understands
 * @param intent any name; it need not be a valid intent name of a bot
 * @param spans where slot values stand, in order and without overlaps
 */
public record LabelledText(String text, String intent, List<Span> spans) {

    public LabelledText {
        spans = List.copyOf(spans);
        int end = 0;
        for (Span span : spans) {
            if (span.start() < end || span.end() > text.length()) {
                throw new IllegalArgumentException("spans that overlap, are out of order or lie outside the text");
            }
            end = span.end();
        }
    }

    /** Returns a text without slot values. */
    public static LabelledText of(String text, String intent) {
        return new LabelledText(text, intent, List.of());
    }

    /**
     * A slot value's place.
     *
     * @param name any name
     * @param start its first code unit
     * @param end the code unit after its last
     */
    public record Span(String name, int start, int end) {

        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("a span without text");
            }
        }
    }
}
