package dev.sotto.session;

import dev.sotto.access.Principal;
import dev.sotto.audit.Pseudonym;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.fulfilment.HookOrigin;
import dev.sotto.sensitive.Secret;
import dev.sotto.turn.SessionId;
import java.util.Optional;

/**
 * Who talks with which version of which bot: settled when a session opens, and kept to its end.
 *
 * @param identity by which the session is found again, if the client has named it
 * @param lease on the version; given back when the session ends
 * @param bot the version in the session's locale
 */
record Party(
        SessionId session,
        Principal principal,
        Pseudonym pseudonym,
        Optional<Identity> identity,
        BotLease lease,
        CompiledLocale bot) {

    /** Returns what a hook is told of where it is called from. */
    HookOrigin hookOrigin() {
        return new HookOrigin(
                session,
                lease.version().name(),
                lease.alias(),
                lease.version().id(),
                bot.bot().locale());
    }

    /** Returns what somebody is told who is let in. */
    Admission admission(Secret key, long received, SessionLimits limits) {
        return new Admission(
                session,
                key,
                received,
                lease.version().name(),
                lease.version().id(),
                bot.bot().locale(),
                limits.idle(),
                limits.lifetime(),
                bot);
    }
}
