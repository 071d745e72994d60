package dev.sotto.sensitive;

/** What the bot says to a person. It may repeat what the person said, so it is guarded alike. */
public final class Saying extends Sensitive {

    public Saying(String content) {
        super(content);
    }
}
