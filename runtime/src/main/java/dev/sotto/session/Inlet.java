package dev.sotto.session;

import dev.sotto.access.Limiter;
import dev.sotto.audit.AuditEvent;
import dev.sotto.metrics.Bound;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.turn.Input;
import dev.sotto.turn.SessionId;
import java.util.Optional;
import java.util.OptionalLong;

/** Lets inputs into the {@link Intake} or tells the audience why not. Confined to the session's event loop. */
final class Inlet {

    private final SessionId session;
    private final Surroundings around;
    private final Audience audience;
    private final Intake intake;

    Inlet(SessionId session, Surroundings around, Audience audience, Intake intake) {
        this.session = session;
        this.around = around;
        this.audience = audience;
        this.intake = intake;
    }

    /** Takes an input if its number is the next and there is room and budget for it. */
    void offer(long sequence, Input input) {
        if (isNext(sequence)) {
            Optional<Refusal> why = whyNot(input);
            if (why.isPresent()) {
                refuse(sequence, why.get());
            } else {
                intake.take(new Intake.Numbered(sequence, input, around.timers().nanos()));
            }
        }
    }

    /** Takes an input that has no number if there is room and budget for it. */
    void offerSpoken(Input input) {
        Optional<Refusal> why = whyNot(input);
        if (why.isPresent()) {
            refuseSpoken(why.get());
        } else {
            intake.takeSpoken(new Intake.Numbered(0, input, around.timers().nanos()));
        }
    }

    /** Refuses an input that has no number, and so cannot be sent again. */
    void refuseSpoken(Refusal why) {
        around.audit().record(new AuditEvent.InputRefused(session, why.code()));
        audience.refuse(why, OptionalLong.empty());
    }

    /** Refuses an input whose content is not acceptable. */
    void decline(long sequence, RefusalCode why) {
        if (isNext(sequence)) {
            refuse(sequence, Refusal.of(why));
        }
    }

    /** Gives back the number of an input that was not taken after all, and the numbers of those that wait behind it. */
    void giveBack(long sequence, Refusal why) {
        around.audit().record(new AuditEvent.InputRefused(session, why.code()));
        for (long number : intake.giveBack(sequence, why)) {
            audience.refuse(why, OptionalLong.of(number));
        }
    }

    /** Sees to a number that is not the next one; returns whether it is. */
    private boolean isNext(long sequence) {
        Intake.Standing standing = intake.standingOf(sequence);
        if (standing == Intake.Standing.GAP) {
            audience.refuse(Refusal.of(RefusalCode.FRAME_GAP), OptionalLong.of(sequence));
        } else if (standing == Intake.Standing.BEHIND_REFUSED) {
            audience.refuse(intake.refused(), OptionalLong.of(sequence));
        }
        return standing == Intake.Standing.NEXT;
    }

    private Optional<Refusal> whyNot(Input input) {
        if (intake.isFull()) {
            around.metrics().boundReached(Bound.MAILBOX);
            return Optional.of(Refusal.of(RefusalCode.BUSY_SESSION));
        }
        boolean isFromPerson = input instanceof Input.Said
                || input instanceof Input.Spoken
                || input instanceof Input.Unheard
                || input instanceof Input.Pressed;
        return isFromPerson
                ? around.rates()
                        .take(Limiter.INPUTS_BY_SESSION, session.value())
                        .map(Refusal.Later::new)
                : Optional.empty();
    }

    private void refuse(long sequence, Refusal why) {
        if (!intake.isRefusing()) {
            // Once, however many follow: a flood must not become a flood of audit events.
            around.audit().record(new AuditEvent.InputRefused(session, why.code()));
        }
        intake.refuse(why);
        audience.refuse(why, OptionalLong.of(sequence));
    }
}
