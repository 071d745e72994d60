package dev.sotto.bench;

/** Who is measured beside Sotto. */
public enum Peer {
    /** The same bot with NLP.js behind {@code ws} in Node. */
    NLPJS,
    /** Nobody. */
    NONE
}
