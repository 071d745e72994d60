package dev.sotto.dialogue;

import dev.sotto.bot.Updates;
import dev.sotto.turn.Input;
import java.time.Duration;
import java.util.Optional;

/** What is done when time has passed: contexts age, and what was to be done by now is done. */
final class TimePassing {

    private TimePassing() {}

    static void take(Draft draft, Event.Tick tick) {
        Duration passed = Duration.ofSeconds(tick.elapsed().toSeconds());
        draft.age = draft.age.plus(passed);
        draft.contexts = Contexts.afterSeconds(draft.contexts, passed.toSeconds());
        Optional<Alarm> due = draft.alarm.filter(alarm -> alarm.due().compareTo(draft.age) <= 0);
        if (due.isPresent()) {
            draft.alarm = Optional.empty();
            act(draft, due.get(), tick.verdicts());
        }
    }

    private static void act(Draft draft, Alarm alarm, Verdicts verdicts) {
        switch (alarm.kind()) {
            case SILENCE -> Dialogue.turn(draft, new Event.Silent(Input.Silence.NO_TEXT, verdicts));
            case STILL_WAITING -> {
                draft.beginTurn();
                Controls.stillWaiting(draft, alarm);
            }
            case FULFILMENT_STARTED ->
                updates(draft).started().ifPresent(first -> {
                    draft.say(first.text());
                    updates(draft)
                            .progress()
                            .ifPresent(next ->
                                    draft.alarmUntil(Alarm.Kind.FULFILMENT_PROGRESS, next.after(), alarm.last()));
                });
            case FULFILMENT_PROGRESS ->
                updates(draft).progress().ifPresent(next -> {
                    draft.say(next.text());
                    draft.alarmUntil(Alarm.Kind.FULFILMENT_PROGRESS, next.after(), alarm.last());
                });
        }
    }

    /** Has the person told how a fulfilment comes on that takes its time. */
    static void watch(Draft draft, Updates updates, Duration timeout) {
        if (updates.started().isPresent()) {
            draft.alarm(Alarm.Kind.FULFILMENT_STARTED, updates.started().get().after(), timeout);
        } else {
            updates.progress().ifPresent(next -> draft.alarm(Alarm.Kind.FULFILMENT_PROGRESS, next.after(), timeout));
        }
    }

    private static Updates updates(Draft draft) {
        return draft.definition().map(known -> known.updates()).orElse(Updates.NONE);
    }
}
