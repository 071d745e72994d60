package dev.sotto.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** JSON (RFC 8259) that may hold what people say, from somebody who is not trusted. */
public final class PrivateJson {

    private PrivateJson() {}

    /**
     * Returns what reads and writes it; safe for any thread. Buffers are wiped, and a member may come once. No table of
     * names is kept from one document to the next: the other side chooses them, and could fill it or leave something in
     * it.
     *
     * @param limits of a document
     */
    public static JsonFactory factory(StreamReadConstraints limits) {
        return JsonFactory.builder()
                .recyclerPool(WipingRecycler.POOL)
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }
}
