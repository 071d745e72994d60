package dev.sotto.bot;

/** A value for a slot that nobody has filled. The first that exists is taken when an intent begins. */
public sealed interface SlotDefault {

    /** The value itself. */
    record Literal(String value) implements SlotDefault {}

    /** The value of a session attribute: {@code [favourite]}. */
    record FromAttribute(String attribute) implements SlotDefault {}

    /** What an active context has carried over: {@code #paid.amount}. */
    record FromContext(String context, String attribute) implements SlotDefault {}
}
