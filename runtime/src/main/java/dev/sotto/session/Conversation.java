package dev.sotto.session;

import dev.sotto.access.IntentVerdicts;
import dev.sotto.access.Principal;
import dev.sotto.audit.AuditEvent;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.dialogue.Decision;
import dev.sotto.dialogue.Dialogue;
import dev.sotto.dialogue.Effect;
import dev.sotto.dialogue.Event;
import dev.sotto.dialogue.HookCall;
import dev.sotto.dialogue.State;
import dev.sotto.dialogue.Step;
import dev.sotto.dialogue.Verdicts;
import dev.sotto.lex.InputMode;
import dev.sotto.lex.LexIntent;
import dev.sotto.metrics.Stage;
import dev.sotto.metrics.TurnOutcome;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.Understanding;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusedException;
import dev.sotto.time.Timers;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes one input at a time through understanding, the verdicts, the dialogue and its effects. Confined to the session's
 * event loop.
 *
 * <p>What is answered elsewhere (understanding, hooks) comes back with the turn that asked. If that is not the turn under
 * way any more, the answer is dropped; so nothing late can touch a conversation that went on or ended.
 */
final class Conversation {

    /** What a conversation needs of its session. */
    interface Host {

        /** Runs a task on the session's event loop, where its faults are caught. */
        void run(Runnable task);

        /** Sends an output that belongs to a turn. */
        void emit(Output output, Turn turn, long number);

        /** A turn was left where it was, because the person went. */
        void turnAbandoned(Turn turn);

        /** A turn is done. */
        void turnOver(Turn turn);

        /** A turn is undone: its input was not taken. */
        void turnRefused(Turn turn, Refusal why);

        /** A turn has met a fault. */
        void turnFailed(Throwable fault);
    }

    private final Host host;
    private final Surroundings around;
    private final Party party;
    private final CompiledLocale bot;
    private @Nullable State state;
    private @Nullable Turn current;
    private @Nullable EndReason ended;
    private long ticked;
    private Timers.Alarm alarm = Timers.Alarm.NONE;

    Conversation(Host host, Surroundings around, Party party) {
        this.host = host;
        this.around = around;
        this.party = party;
        this.bot = party.bot();
        this.ticked = around.timers().nanos();
    }

    /** Returns the turn under way, if one is. */
    @Nullable Turn current() {
        return current;
    }

    /** Returns why the conversation is over, if the dialogue has ended it. */
    Optional<EndReason> ended() {
        return Optional.ofNullable(ended);
    }

    /** Lets the bot begin. */
    void open() {
        Step opening = Dialogue.open(bot.bot());
        Turn turn = new Turn(0, null, around.timers().nanos(), opening.state());
        current = turn;
        apply(turn, opening);
    }

    /** Takes an input, while no other is under way. */
    void take(Intake.Numbered next) {
        tick();
        Turn turn = new Turn(next.sequence(), next.input(), next.arrived(), state());
        current = turn;
        took(Stage.QUEUE, turn.arrived);
        Input input = next.input();
        if (input instanceof Input.Said said) {
            understand(turn, said.heard(), InputMode.TEXT);
        } else if (input instanceof Input.Spoken spoken) {
            understand(turn, spoken.heard(), InputMode.SPEECH);
        } else if (input instanceof Input.Unheard) {
            step(turn, new Event.Understood(InputMode.SPEECH, Optional.empty(), Understanding.NOTHING, verdicts()));
        } else if (input instanceof Input.Pressed pressed) {
            step(turn, new Event.Pressed(pressed.digits(), verdicts()));
        } else if (input instanceof Input.Silent silent) {
            step(turn, new Event.Silent(silent.kind(), verdicts()));
        } else {
            throw new IllegalArgumentException(
                    "no client sends " + input.getClass().getSimpleName());
        }
    }

    /** The person goes, whatever is under way. */
    void leave(long sequence) {
        Turn abandoned = current;
        if (abandoned != null) {
            host.turnAbandoned(abandoned);
        }
        Turn turn = new Turn(sequence, new Input.Left(), around.timers().nanos(), state());
        current = turn;
        step(turn, new Event.Left());
    }

    /** Goes back to where it was before a turn. */
    void takeBack(Turn turn) {
        state = turn.before;
        current = null;
    }

    /** Forgets what was said; the numbering goes on. */
    void forget() {
        state = state().forgotten();
    }

    /** Lets go of everything. */
    void wipe() {
        alarm.cancel();
        state = null;
        current = null;
    }

    private void understand(Turn turn, Heard heard, InputMode mode) {
        Expectation expectation = state().expectation();
        ZoneId zone = bot.bot().timeZone().orElseGet(around.timers()::zone);
        Moment moment = new Moment(LocalDateTime.ofInstant(now(), zone));
        long begun = around.timers().nanos();
        around.nlu()
                .call(() -> bot.interpreter().understand(heard, expectation, moment))
                .onComplete(
                        understood -> host.run(() -> {
                            took(Stage.UNDERSTAND, begun);
                            understood(turn, heard, mode, understood);
                        }),
                        fault -> host.run(() -> notUnderstood(turn, fault)));
    }

    private void understood(Turn turn, Heard heard, InputMode mode, Understanding understanding) {
        if (turn != current) {
            return;
        }
        turn.outcome = TurnOutcome.UNDERSTOOD;
        step(turn, new Event.Understood(mode, Optional.of(heard), understanding, verdicts()));
    }

    private void notUnderstood(Turn turn, Throwable fault) {
        if (turn != current) {
            return;
        }
        if (fault instanceof RefusedException refused) {
            takeBack(turn);
            host.turnRefused(turn, refused.refusal());
        } else {
            host.turnFailed(fault);
        }
    }

    private void hookAnswered(Turn turn, HookCall call, HookAnswer answer) {
        if (turn != current || !call.id().equals(turn.hook)) {
            around.audit().record(new AuditEvent.HookLate(party.session(), call.id()));
            return;
        }
        turn.hook = null;
        took(Stage.HOOK, turn.hookCalled);
        if (answer instanceof HookAnswer.Failed failed) {
            around.audit().record(new AuditEvent.HookFailed(party.session(), call.id(), failed.failure()));
        } else {
            around.audit().record(new AuditEvent.HookAnswered(party.session(), call.id()));
        }
        step(turn, new Event.HookAnswered(call.id(), answer, verdicts()));
    }

    /** Tells the dialogue how much time has passed, unless something is due, which is for {@link #wake} to bring. */
    private void tick() {
        Duration elapsed = elapsed();
        boolean due = state().alarm()
                .filter(alarm -> alarm.due().compareTo(state().age().plus(elapsed)) <= 0)
                .isPresent();
        if (!elapsed.isZero() && !due) {
            ticked += elapsed.toNanos();
            state = Dialogue.step(bot.bot(), state(), new Event.Tick(elapsed, Verdicts.NONE))
                    .state();
        }
    }

    /** Brings what was to be done by now, in the turn that waits for a hook or in one of its own. */
    private void wake() {
        Turn waiting = current;
        if (state == null || (waiting != null && waiting.hook == null)) {
            return;
        }
        Duration elapsed = elapsed();
        ticked += elapsed.toNanos();
        Turn turn =
                waiting == null ? new Turn(0, new Input.Tick(), around.timers().nanos(), state()) : waiting;
        current = turn;
        step(turn, new Event.Tick(elapsed, verdicts()));
    }

    /** Returns the time since the dialogue was last told of it, in whole seconds. */
    private Duration elapsed() {
        return Duration.ofSeconds(
                Duration.ofNanos(around.timers().nanos() - ticked).toSeconds());
    }

    private void wakeAfter(Optional<Duration> after) {
        alarm.cancel();
        alarm = after.map(time -> around.timers().after(time, () -> host.run(this::wake)))
                .orElse(Timers.Alarm.NONE);
    }

    private void step(Turn turn, Event event) {
        long begun = around.timers().nanos();
        State before = state();
        Step step = Dialogue.step(bot.bot(), before, event);
        took(Stage.DIALOGUE, begun);
        around.onlooker().saw(bot.bot(), before, event, step);
        apply(turn, step);
    }

    private void apply(Turn turn, Step step) {
        state = step.state();
        Optional<Duration> wake = Optional.empty();
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Emit emit) {
                emit(turn, emit.output());
            } else if (effect instanceof Effect.CallHook call) {
                call(turn, call.call());
            } else if (effect instanceof Effect.Decided decided) {
                decided(turn, decided);
            } else if (effect instanceof Effect.Wake next) {
                wake = Optional.of(next.after());
            }
            // An abandoned hook needs nothing done: the turn that called it is not the current one any more.
        }
        wakeAfter(wake);
        if (turn.hook == null) {
            turn.intent = turn.intent.or(() -> step.state().intent().map(LexIntent::name));
            current = null;
            host.turnOver(turn);
        }
    }

    private void emit(Turn turn, Output output) {
        if (output instanceof Output.Understood && !party.principal().holds(Principal.TRACE, now())) {
            return;
        }
        if (output instanceof Output.End end) {
            ended = end.reason();
        }
        host.emit(output, turn, state().turn());
    }

    private void call(Turn turn, HookCall call) {
        turn.hook = call.id();
        turn.hookCalled = around.timers().nanos();
        turn.hasCalled = true;
        around.audit().record(new AuditEvent.HookCalled(party.session(), call.id(), call.intent()));
        around.hooks()
                .call(party.hookOrigin(), call)
                .onComplete(
                        answer -> host.run(() -> hookAnswered(turn, call, answer)),
                        fault -> host.run(() -> {
                            if (turn == current) {
                                host.turnFailed(fault);
                            }
                        }));
    }

    private void decided(Turn turn, Effect.Decided decided) {
        turn.intent = decided.intent().or(() -> turn.intent);
        if (decided.decision() == Decision.MISUNDERSTOOD) {
            turn.outcome = TurnOutcome.NOT_UNDERSTOOD;
        } else if (decided.decision() == Decision.REFUSED) {
            turn.outcome = TurnOutcome.DENIED;
            decided.intent().ifPresent(this::denied);
        } else if (AuditEvent.HookMisfit.REASONS.contains(decided.decision())) {
            around.audit().record(new AuditEvent.HookMisfit(party.session(), state().turn(), decided.decision()));
        }
    }

    private void denied(IntentName intent) {
        around.audit().record(new AuditEvent.VerdictDenied(party.session(), state().turn(), party.pseudonym(), intent));
    }

    private Verdicts verdicts() {
        return IntentVerdicts.onAll(bot.bot(), party.principal(), now());
    }

    private Instant now() {
        return around.timers().now();
    }

    private void took(Stage stage, long since) {
        around.metrics().took(stage, Duration.ofNanos(around.timers().nanos() - since));
    }

    private State state() {
        if (state == null) {
            throw new IllegalStateException("the conversation is wiped");
        }
        return state;
    }
}
