package dev.sotto.sensitive;

/** A key, password or token of the operator. It is read from a reference and never written back. */
public final class Secret extends Sensitive {

    public Secret(String content) {
        super(content);
    }
}
