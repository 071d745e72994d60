package dev.sotto.nlu.model;

import dev.sotto.nlu.CorruptModelException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Reads the bytes of a model in the order they were written. Every failure is a {@link CorruptModelException}; no length
 * is believed before the bytes for it are known to be there. Confined to one load.
 */
public final class ModelInput {

    private final ByteBuffer bytes;

    /**
     * Checks form, checksum, engine and origin.
     *
     * @param engine the engine that is to read it
     * @param origin hash of what the model must have been trained from
     */
    public ModelInput(byte[] model, String engine, Origin origin) {
        bytes = ByteBuffer.wrap(model);
        if (model.length < ModelOutput.MAGIC.length + Short.BYTES + Integer.BYTES
                || !Arrays.equals(take(ModelOutput.MAGIC.length), ModelOutput.MAGIC)) {
            throw new CorruptModelException("not a model");
        }
        int form = bytes.getShort();
        if (form != ModelOutput.FORM) {
            throw new CorruptModelException("a model of form " + form + ", expected " + ModelOutput.FORM);
        }
        int end = model.length - Integer.BYTES;
        CRC32C checksum = new CRC32C();
        checksum.update(model, 0, end);
        if (bytes.getInt(end) != (int) checksum.getValue()) {
            throw new CorruptModelException("checksum differs: the model is damaged or cut off");
        }
        bytes.limit(end);
        if (!getText().equals(engine)) {
            throw new CorruptModelException("a model of another engine than " + engine);
        }
        if (!Arrays.equals(take(Origin.LENGTH), origin.hash())) {
            throw new CorruptModelException("a model of another training set, trainer or encoder");
        }
    }

    public int getInt() {
        need(Integer.BYTES);
        return bytes.getInt();
    }

    /** Reads a number that must lie between two bounds, both included. */
    public int getInt(int least, int most) {
        int value = getInt();
        if (value < least || value > most) {
            throw new CorruptModelException("a number outside " + least + ".." + most);
        }
        return value;
    }

    /** Reads a finite number. */
    public float getFloat() {
        need(Float.BYTES);
        return finite(bytes.getFloat());
    }

    public String getText() {
        need(Short.BYTES);
        return new String(take(Short.toUnsignedInt(bytes.getShort())), StandardCharsets.UTF_8);
    }

    public byte[] getBytes() {
        return take(getInt(0, Integer.MAX_VALUE));
    }

    /** Reads bytes of which there must be a certain number. */
    public byte[] getBytes(int length) {
        expect(length, 1);
        return take(length);
    }

    public int[] getInts() {
        int length = getInt(0, bytes.remaining() / Integer.BYTES);
        int[] values = new int[length];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + length * Integer.BYTES);
        return values;
    }

    /** Reads finite numbers of which there must be a certain number. */
    public float[] getFloats(int length) {
        expect(length, Float.BYTES);
        return floats(length);
    }

    /** Reads finite numbers. */
    public float[] getFloats() {
        return floats(getInt(0, bytes.remaining() / Float.BYTES));
    }

    /** Checks that nothing is left. */
    public void finish() {
        if (bytes.hasRemaining()) {
            throw new CorruptModelException("more bytes than a model of this kind has");
        }
    }

    private float[] floats(int length) {
        float[] values = new float[length];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + length * Float.BYTES);
        for (float value : values) {
            finite(value);
        }
        return values;
    }

    private void expect(int length, int size) {
        if (getInt() != length || length > bytes.remaining() / size) {
            throw new CorruptModelException("an array of another length than expected");
        }
    }

    private byte[] take(int length) {
        need(length);
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    private void need(int length) {
        if (length > bytes.remaining()) {
            throw new CorruptModelException("the model ends too early");
        }
    }

    private static float finite(float value) {
        if (!Float.isFinite(value)) {
            throw new CorruptModelException("a number that is not finite");
        }
        return value;
    }
}
