package dev.sotto.speech.turntaking;

/** What kind of answer is expected, as far as it matters for how long people pause within one (measured). */
public enum AnswerKind {
    /** Yes or no: one word. */
    YES_NO(450),
    /** One of a slot's values. */
    VALUE(600),
    /** Whatever somebody may want. */
    OPEN(700),
    /** Several words that are looked for while speaking: a date, a name, an address. */
    DETAIL(900),
    /** Digits, in groups. */
    DIGITS(1_300),
    /** Letters, one by one. */
    SPELLING(1_400);

    private final long end;

    AnswerKind(long end) {
        this.end = end;
    }

    /** Returns how many milliseconds of silence end such an answer. */
    public long end() {
        return end;
    }
}
