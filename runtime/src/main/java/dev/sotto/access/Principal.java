package dev.sotto.access;

import dev.sotto.bot.BotName;
import dev.sotto.bot.Requirement;
import dev.sotto.bot.Scope;
import dev.sotto.sensitive.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever is at the other end: who, how proven, and what they may do.
 *
 * @param id who
 * @param proof how they showed it
 * @param scopes the permissions they hold
 * @param bots which bots they may talk to
 * @param until when the proof runs out, if it does: from then on they count as not identified
 * @param person the operator's id for the person behind it, if the key's holder named one
 */
public record Principal(
        PrincipalId id,
        Proof proof,
        Set<Scope> scopes,
        BotGrant bots,
        Optional<Instant> until,
        Optional<PersonId> person) {

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
        return new Principal(id, Proof.NONE, Set.of(), new BotGrant.Every(), Optional.empty(), Optional.empty());
    }

    /** Returns whether they are known, with a proof that holds at this time. */
    public boolean isIdentified(Instant now) {
        return proof != Proof.NONE && until.map(now::isBefore).orElse(true);
    }

    /** Returns whether they hold a permission at this time. */
    public boolean holds(Scope scope, Instant now) {
        return isIdentified(now) && scopes.contains(scope);
    }

    /** Returns whether they meet an intent's requirement at this time. */
    public boolean meets(Requirement requirement, Instant now) {
        return requirement.equals(Requirement.NONE) || (isIdentified(now) && scopes.containsAll(requirement.scopes()));
    }

    /** Returns whether they may talk to a bot. */
    public boolean mayTalkTo(BotName bot) {
        return bots.covers(bot);
    }

    /** Returns the same principal acting for a person. */
    public Principal actingFor(PersonId somebody) {
        return new Principal(id, proof, scopes, bots, until, Optional.of(somebody));
    }
}
