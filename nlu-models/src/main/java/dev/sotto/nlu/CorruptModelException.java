package dev.sotto.nlu;

/** Bytes that should be a trained model are not one, or not one of this engine and training set. */
public final class CorruptModelException extends RuntimeException {

    public CorruptModelException(String what) {
        super(what);
    }
}
