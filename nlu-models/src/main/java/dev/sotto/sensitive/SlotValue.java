package dev.sotto.sensitive;

/** A value taken from what a person said: the words of it, or what they resolve to. */
public final class SlotValue extends Sensitive {

    public SlotValue(String content) {
        super(content);
    }
}
