package dev.sotto.access;

import dev.sotto.bot.BotName;
import dev.sotto.bot.Scope;
import dev.sotto.sensitive.PersonId;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever is at the other end: who, how proven, and what they may do.
 *
 * @param id who
 * @param proof how they showed it
 * @param scopes the permissions they hold
 * @param bots which bots they may talk to
 * @param person the operator's id for the person behind it, if the key's holder named one
 */
public record Principal(PrincipalId id, Proof proof, Set<Scope> scopes, BotGrant bots, Optional<PersonId> person) {

    /** Lets its holder see what was understood. */
    public static final Scope TRACE = new Scope("trace");

    public Principal {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Returns an anonymous visitor. Each one is a principal of their own, so that no visitor can come near another's
     * session by guessing what that one's client calls it.
     */
    public static Principal anonymous() {
        PrincipalId id = new PrincipalId("anonymous:" + RandomText.ofBytes(16));
        return new Principal(id, Proof.NONE, Set.of(), new BotGrant.Every(), Optional.empty());
    }

    /** Returns whether they are known at all. */
    public boolean isIdentified() {
        return proof != Proof.NONE;
    }

    /** Returns whether they hold a permission. */
    public boolean holds(Scope scope) {
        return scopes.contains(scope);
    }

    /** Returns whether they may talk to a bot. */
    public boolean mayTalkTo(BotName bot) {
        return bots.covers(bot);
    }

    /** Returns the same principal acting for a person. */
    public Principal actingFor(PersonId somebody) {
        return new Principal(id, proof, scopes, bots, Optional.of(somebody));
    }
}
