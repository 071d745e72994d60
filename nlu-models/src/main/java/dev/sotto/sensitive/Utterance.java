package dev.sotto.sensitive;

/** What a person typed or said in one go, in their own words. */
public final class Utterance extends Sensitive {

    public Utterance(String content) {
        super(content);
    }
}
