package dev.sotto.lex;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sotto.json.ByteSink;
import dev.sotto.json.PrivateJson;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON between a bot and its hooks: Lex V2's Lambda event and response. Safe for any thread. */
public final class LexHookJson {

    /** Bytes of an event, Lex V2's limit. */
    public static final int MAX_EVENT = 12 * 1024;

    /** Bytes of an answer, Lex V2's limit. */
    public static final int MAX_ANSWER = 50 * 1024;

    /** Objects and arrays inside each other: a sub-slot's resolved values lie eight deep, and there is room for extras. */
    private static final int MAX_DEPTH = 32;

    private static final int MAX_DIGITS = 40;
    private static final int MAX_NAME = 1024;

    static final JsonFactory FACTORY = PrivateJson.factory(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_DIGITS)
            .maxNameLength(MAX_NAME)
            .maxStringLength(MAX_ANSWER)
            .build());

    static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LexHookJson() {}

    /** Writes an event. The bytes hold what a person said; they belong to the caller, who wipes them. */
    public static byte[] write(LexHookEvent event, LexBot bot) {
        ByteSink sink = new ByteSink();
        try (JsonGenerator json = FACTORY.createGenerator(sink)) {
            new LexEventWriter(json, event, bot).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink.take();
    }

    /**
     * Reads an answer.
     *
     * @throws MalformedAnswerException if it is not one
     */
    public static LexHookResponse read(byte[] answer) {
        return LexAnswerReader.read(answer);
    }
}
