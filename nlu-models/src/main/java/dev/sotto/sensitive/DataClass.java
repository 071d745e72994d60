package dev.sotto.sensitive;

/**
 * How far a piece of data may travel, from least to most restricted. Slots, session attributes and outputs carry one;
 * an output built from a slot inherits the slot's.
 */
public enum DataClass {
    /** May be shown to anybody: the bot's own words. */
    PUBLIC,
    /** Of the operator, not of a person: ticket queues, branch names. */
    INTERNAL,
    /** About or from a person. What a person says is this unless declared otherwise. */
    PERSONAL,
    /** Never repeated to anybody: PINs, passwords, one-time codes. */
    SECRET;

    /** Returns the more restricted of the two. */
    public DataClass max(DataClass other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
