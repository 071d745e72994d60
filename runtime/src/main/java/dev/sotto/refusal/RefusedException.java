package dev.sotto.refusal;

/** Carries a refusal through a call or a failed future. Expected, so it has no stack trace. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code().code(), null, false, false);
        this.refusal = refusal;
    }

    public RefusedException(RefusalCode code) {
        this(Refusal.of(code));
    }

    /** Returns what was refused and why. */
    public Refusal refusal() {
        return refusal;
    }
}
