package dev.sotto.nlu.intent;

import java.util.HashMap;
import java.util.Map;

/**
 * Encodes each text once, for training, which asks for the same examples again and again. Confined to one training:
 * texts of callers never pass through it.
 */
final class OnceEncoder implements TextEncoder {

    private final TextEncoder encoder;
    private final Map<String, float[]> vectors = new HashMap<>();

    OnceEncoder(TextEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public int dimension() {
        return encoder.dimension();
    }

    @Override
    public float[] encode(String text) {
        return vectors.computeIfAbsent(text, encoder::encode);
    }
}
