package dev.sotto.access;

/**
 * Tells one principal from another: the operator's name of an API key, or a random id for each anonymous visitor.
 *
 * @param value unique in the installation; no secret, but logged as a pseudonym only
 */
public record PrincipalId(String value) {

    public PrincipalId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a principal's id is empty");
        }
    }
}
