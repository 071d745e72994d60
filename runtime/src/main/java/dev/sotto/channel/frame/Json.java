package dev.sotto.channel.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.sotto.json.PrivateJson;

/** How frames are read and written as JSON (RFC 8259). Safe for any thread. */
final class Json {

    /** Objects and arrays inside each other. The protocol's own frames need two. */
    static final int MAX_DEPTH = 8;

    /** Digits of a number. The protocol's own numbers have sixteen at most. */
    static final int MAX_DIGITS = 20;

    /** Characters in the name of a member. */
    static final int MAX_NAME = 64;

    /** Characters in a string, as many as the largest body that can be configured. */
    private static final int MAX_STRING = 16 << 20;

    static final JsonFactory FACTORY = PrivateJson.factory(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_DIGITS)
            .maxNameLength(MAX_NAME)
            .maxStringLength(MAX_STRING)
            .build());

    private Json() {}
}
