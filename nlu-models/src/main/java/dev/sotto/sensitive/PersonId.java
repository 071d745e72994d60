package dev.sotto.sensitive;

/** The operator's own id for a person. It names somebody, so it is kept apart from what is said and out of every log. */
public final class PersonId extends Sensitive {

    public PersonId(String content) {
        super(content);
    }
}
