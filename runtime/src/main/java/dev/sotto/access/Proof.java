package dev.sotto.access;

/** How a principal has shown who they are. */
public enum Proof {
    /** Not at all: a visitor of an allowed page. */
    NONE,
    /** By an API key, or a token that its holder vouched for. */
    API_KEY
}
