package dev.sotto.audit;

import dev.sotto.bot.BotName;
import dev.sotto.dialogue.Decision;
import dev.sotto.log.Event;
import dev.sotto.log.Field;
import dev.sotto.nlu.IntentName;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.HookId;
import dev.sotto.turn.SessionId;
import java.util.Set;

/** A decision that matters. Holds enums, ids and the operator's own names; never anything that a person said. */
public sealed interface AuditEvent {

    /** How it stands in the log. */
    LogLine line();

    /** A conversation began, with this version of the bot. */
    record SessionOpened(SessionId session, Pseudonym principal, BotName bot, String version) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(
                    Event.SESSION_OPENED,
                    Field.session(session),
                    Field.principal(principal.value()),
                    Field.bot(bot),
                    Field.version(version));
        }
    }

    /** Somebody did not get a session, or not back into one. */
    record SessionRefused(Pseudonym principal, RefusalCode code) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.SESSION_REFUSED, Field.principal(principal.value()), Field.code(code.code()));
        }
    }

    /** A connection came to a session, the first or after a loss. */
    record SessionAttached(SessionId session) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.SESSION_ATTACHED, Field.session(session));
        }
    }

    /** A connection was pushed out of a session by another one. */
    record SessionReplaced(SessionId session) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.SESSION_REPLACED, Field.session(session));
        }
    }

    /** A connection went; the session lives on until its time-out. */
    record SessionDetached(SessionId session) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.SESSION_DETACHED, Field.session(session));
        }
    }

    /** A session's time was up. */
    record SessionExpired(SessionId session, Deadline deadline) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.SESSION_EXPIRED, Field.session(session), Field.reason(deadline));
        }
    }

    /** A conversation is over and what was held of it is wiped. */
    record SessionEnded(SessionId session, EndReason reason) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.SESSION_CLOSED, Field.session(session), Field.reason(reason));
        }
    }

    /** An input was not taken. */
    record InputRefused(SessionId session, RefusalCode code) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.TURN_REFUSED, Field.session(session), Field.code(code.code()));
        }
    }

    /** A principal may not have an intent of the bot. */
    record VerdictDenied(SessionId session, long turn, Pseudonym principal, IntentName intent) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(
                    Event.ACCESS_VERDICT,
                    Field.session(session),
                    Field.turn(turn),
                    Field.principal(principal.value()),
                    Field.intent(intent));
        }
    }

    /** A token was given out. */
    record TokenIssued(Pseudonym principal, BotName bot) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.TOKEN_ISSUED, Field.principal(principal.value()), Field.bot(bot));
        }
    }

    /** A token was not accepted, for a reason that its bearer is not told. */
    record TokenRefused(TokenFlaw flaw) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.TOKEN_REFUSED, Field.reason(flaw));
        }
    }

    /** An API key was not accepted, for a reason that its bearer is not told. */
    record KeyRefused(KeyFlaw flaw) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.KEY_REFUSED, Field.reason(flaw));
        }
    }

    /** A page of a foreign origin was turned away. */
    record OriginRefused() implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.ORIGIN_REFUSED);
        }
    }

    /** A hook is being called. */
    record HookCalled(SessionId session, HookId hook, IntentName intent) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.HOOK_CALLED, Field.session(session), Field.hook(hook), Field.intent(intent));
        }
    }

    /** A hook's answer was taken. */
    record HookAnswered(SessionId session, HookId hook) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.HOOK_ANSWERED, Field.session(session), Field.hook(hook));
        }
    }

    /** A hook did not answer, or not usefully. */
    record HookFailed(SessionId session, HookId hook, HookAnswer.Failure failure) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.HOOK_FAILED, Field.session(session), Field.hook(hook), Field.reason(failure));
        }
    }

    /** A hook's answer cannot be followed in this bot, or hooks send each other round in circles. */
    record HookMisfit(SessionId session, long turn, Decision reason) implements AuditEvent {

        /** The decisions that this tells of. */
        public static final Set<Decision> REASONS = Set.of(
                Decision.HOOK_MISFIT,
                Decision.HOOK_INTENT_UNKNOWN,
                Decision.HOOK_SLOT_UNKNOWN,
                Decision.HOOK_QUESTION_MISSING,
                Decision.HOOKS_CIRCLED);

        @Override
        public LogLine line() {
            return LogLine.of(Event.HOOK_MISFIT, Field.session(session), Field.turn(turn), Field.reason(reason));
        }
    }

    /** A hook answered when nobody waited any more; the answer was dropped. */
    record HookLate(SessionId session, HookId hook) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.HOOK_LATE, Field.session(session), Field.hook(hook));
        }
    }

    /** A host did not answer so often that its hooks are not called for a while. */
    record CircuitOpened(String host) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.HOOK_CIRCUIT_OPENED, Field.host(host));
        }
    }

    /** A host whose hooks were not called answers again. */
    record CircuitClosed(String host) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.HOOK_CIRCUIT_CLOSED, Field.host(host));
        }
    }

    /** New sessions of a bot under an alias get another version from now on. */
    record AliasMoved(BotName bot, String alias, String from, String to) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.ALIAS_MOVED, Field.bot(bot), Field.alias(alias), Field.version(to));
        }
    }

    /** A bound was reached, named by its configuration key. Told once until there is room again. */
    record LimitHit(String bound) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.LIMIT_HIT, Field.bound(bound));
        }
    }

    /** The server takes no new sessions any more; this many are still open. */
    record DrainStarted(int sessions) implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.SERVER_DRAINING, Field.count(sessions));
        }
    }

    /** The last session is over; the server can go. */
    record Drained() implements AuditEvent {

        @Override
        public LogLine line() {
            return LogLine.of(Event.SERVER_DRAINED);
        }
    }

    /** Which of a session's two times was up. */
    enum Deadline {
        IDLE,
        LIFETIME
    }

    /** What was wrong with a token. */
    enum TokenFlaw {
        /** Never issued, or used before. */
        UNKNOWN,
        EXPIRED,
        WRONG_BOT,
        WRONG_ORIGIN
    }

    /** What was wrong with an API key. */
    enum KeyFlaw {
        UNKNOWN,
        EXPIRED
    }
}
