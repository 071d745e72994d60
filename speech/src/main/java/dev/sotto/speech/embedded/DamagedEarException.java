package dev.sotto.speech.embedded;

/** A compiled ear on disk is not what was written. It has to be compiled anew. */
public final class DamagedEarException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what is not as it was written
     */
    public DamagedEarException(String what) {
        super("the compiled ear does not serve: " + what);
    }
}
