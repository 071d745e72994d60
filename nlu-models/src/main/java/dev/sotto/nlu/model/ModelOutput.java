package dev.sotto.nlu.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Writes the bytes of a model. Confined to one training. */
public final class ModelOutput {

    static final byte[] MAGIC = "SOTTOMDL".getBytes(StandardCharsets.US_ASCII);
    static final short FORM = 1;

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

    /**
     * @param engine the engine's name
     * @param origin hash of what the model is trained from
     */
    public ModelOutput(String engine, Origin origin) {
        bytes.put(MAGIC).putShort(FORM);
        putText(engine);
        room(Origin.LENGTH).put(origin.hash());
    }

    public void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    public void putFloat(float value) {
        room(Float.BYTES).putFloat(value);
    }

    /** Writes a text of at most 65,535 bytes. */
    public void putText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (encoded.length > 0xFFFF) {
            throw new IllegalArgumentException("text too long for a model");
        }
        room(Short.BYTES + encoded.length).putShort((short) encoded.length).put(encoded);
    }

    public void putBytes(byte[] values) {
        putInt(values.length);
        room(values.length).put(values);
    }

    public void putInts(int[] values) {
        putInt(values.length);
        room(values.length * Integer.BYTES).asIntBuffer().put(values);
        bytes.position(bytes.position() + values.length * Integer.BYTES);
    }

    public void putFloats(float[] values) {
        putInt(values.length);
        room(values.length * Float.BYTES).asFloatBuffer().put(values);
        bytes.position(bytes.position() + values.length * Float.BYTES);
    }

    /** Closes the model with its checksum and returns it whole. */
    public byte[] finish() {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.array(), 0, bytes.position());
        putInt((int) checksum.getValue());
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int wanted = Math.max(bytes.capacity() * 2, Math.addExact(bytes.position(), more));
            bytes = ByteBuffer.allocate(wanted).put(bytes.flip());
        }
        return bytes;
    }
}
