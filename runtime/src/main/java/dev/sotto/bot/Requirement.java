package dev.sotto.bot;

import java.util.Set;

/**
 * Who may use an intent.
 *
 * @param identity whether an anonymous visitor may
 * @param scopes the permissions that are all needed; needing one implies an identified principal
 */
public record Requirement(Identity identity, Set<Scope> scopes) {

    /** Anybody may. */
    public static final Requirement NONE = new Requirement(Identity.ANYBODY, Set.of());

    public Requirement {
        scopes = Set.copyOf(scopes);
        if (!scopes.isEmpty() && identity == Identity.ANYBODY) {
            identity = Identity.IDENTIFIED;
        }
    }

    /** How well the principal must be known. */
    public enum Identity {
        /** Also an anonymous visitor. */
        ANYBODY,
        /** Somebody who came with proof of who they are. */
        IDENTIFIED
    }
}
