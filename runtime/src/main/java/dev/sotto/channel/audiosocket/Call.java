package dev.sotto.channel.audiosocket;

import dev.sotto.access.CallTickets;
import dev.sotto.bot.Listening;
import dev.sotto.channel.Census;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.nlu.Expectation;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.session.Admission;
import dev.sotto.session.Attachment;
import dev.sotto.session.Opening;
import dev.sotto.session.Outlet;
import dev.sotto.speech.AudioFormat;
import dev.sotto.time.Timers;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import dev.sotto.voice.Carrier;
import dev.sotto.voice.LineEvent;
import dev.sotto.voice.Pace;
import dev.sotto.voice.VoiceLine;
import dev.sotto.voice.Voices;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One telephone call, from its first message to its last. Confined to the connection's event loop.
 *
 * <p>It sends 20 ms of audio every 20 ms from the beginning to the end, silence if there is nothing to say: Asterisk
 * leaves the timing to us, and starves a call that gets nothing.
 */
final class Call implements Outlet, Carrier {

    private static final EventLog LOG = EventLog.of(Component.CHANNEL);
    private static final AudioFormat TELEPHONE = AudioFormat.linear(8_000);
    private static final Duration FRAME = Duration.ofMillis(20);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** How long the other end has to read the last message; then the connection is cut. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final CallDoor door;
    private final Executor loop;
    private final Census.Place place;
    private final Wire wire;
    private final Outflow outflow;
    private final AudioQueue queue = new AudioQueue();
    private final Keying keying = new Keying();

    private State state = State.NEW;
    private Timers.Alarm deadline;
    private Timers.Alarm beat = Timers.Alarm.NONE;
    private Timers.Alarm nextKey = Timers.Alarm.NONE;
    private long began;
    private long frames;
    private @Nullable Attachment session;
    private Voices.@Nullable Seat seat;
    private @Nullable VoiceLine line;

    /** The connection under a call. */
    interface Wire {

        /** Sends a message. */
        void send(ByteBuf message);

        /** Returns whether more waits to be read by the other end than should. */
        boolean isFull();

        /** Closes once everything was sent. */
        void close();

        /** Closes at once. */
        void cut();

        /** Reads nothing more for now. */
        void hold();

        /** Reads again. */
        void readOn();
    }

    private enum State {
        NEW,
        ADMITTING,
        TALKING,
        /** The conversation is over, and the last words are still to be heard. */
        ENDING,
        CLOSED
    }

    /**
     * @param loop runs a task on the connection's event loop, at once if it is called there
     * @param place the connection's, among the others
     */
    Call(CallDoor door, Executor loop, Census.Place place, Wire wire) {
        this.door = door;
        this.loop = loop;
        this.place = place;
        this.wire = wire;
        this.outflow =
                new Outflow(wire, door.timers(), door.metrics(), door.limits().slowClient());
        this.deadline =
                door.timers().after(door.limits().hello(), () -> loop.execute(() -> refuse(RefusalCode.HELLO_LATE)));
    }

    /** Takes a message. */
    void take(Message message) {
        if (message instanceof Message.Audio audio) {
            hear(audio.samples());
        } else if (state == State.CLOSED) {
            return;
        } else if (message instanceof Message.Call call) {
            begin(call);
        } else if (message instanceof Message.Key key) {
            press(key.key());
        } else if (message instanceof Message.Hangup || message instanceof Message.Failed) {
            gone();
        } else if (message instanceof Message.OtherAudio) {
            refuse(RefusalCode.AUDIO_UNSUPPORTED);
        } else if (message instanceof Message.Malformed) {
            refuse(RefusalCode.FRAME_MALFORMED);
        }
    }

    /** The connection is gone. */
    void ended() {
        gone();
        deadline.cancel();
    }

    /** The caller is gone. */
    void gone() {
        if (state != State.CLOSED) {
            close();
        }
    }

    private void begin(Message.Call call) {
        if (state != State.NEW) {
            refuse(RefusalCode.FRAME_UNEXPECTED);
            return;
        }
        state = State.ADMITTING;
        deadline.cancel();
        try {
            CallTickets.Ticket ticket = door.tickets().redeem(call.id());
            place.prove();
            began = door.timers().nanos();
            beat();
            door.sessions()
                    .open(new Opening(ticket.principal(), ticket.bot(), ticket.locale(), Optional.empty()), this)
                    .onSuccess(this::opened)
                    .onFailure(this::refuse);
        } catch (RefusedException refused) {
            refuse(refused);
        }
    }

    private void opened(Attachment attachment) {
        session = attachment;
        if (state == State.CLOSED) {
            leave(attachment);
        }
    }

    /** Whoever ends a call, nobody comes back to it. */
    private static void leave(Attachment left) {
        left.submitSpoken(new Input.Left());
        left.detach();
    }

    @Override
    public void admitted(Admission admission) {
        loop.execute(() -> {
            if (state != State.ADMITTING) {
                return;
            }
            try {
                Voices.Seat taken = door.voices().seat(admission, TELEPHONE);
                seat = taken;
                line = new VoiceLine(taken.parts(), TELEPHONE, Pace.LIVE, loop, this);
                state = State.TALKING;
            } catch (RefusedException refused) {
                refuse(refused);
            }
        });
    }

    @Override
    public void deliver(Envelope<Output> output) {
        loop.execute(() -> {
            if (line != null) {
                if (output.body() instanceof Output.Ask ask) {
                    expectKeys(ask);
                }
                line.deliver(output.body());
            }
        });
    }

    @Override
    public void refused(Refusal refusal, OptionalLong cause) {
        // The dialogue goes on; whoever got no answer says it again.
        loop.execute(() -> refusal.code().closeCode().ifPresent(code -> refuse(refusal.code())));
    }

    @Override
    public void replaced() {
        loop.execute(() -> refuse(RefusalCode.SESSION_REPLACED));
    }

    @Override
    public void over(EndReason reason) {
        loop.execute(() -> {
            if (state != State.CLOSED) {
                state = State.ENDING;
            }
        });
    }

    private void hear(byte[] samples) {
        if (line != null && state == State.TALKING) {
            line.hear(samples);
        } else {
            Arrays.fill(samples, (byte) 0);
        }
    }

    private void press(char key) {
        if (line == null || state != State.TALKING) {
            return;
        }
        line.keyed();
        nextKey.cancel();
        keying.press(key)
                .ifPresentOrElse(
                        answer -> submit(new Input.Pressed(answer)),
                        () -> nextKey = door.timers().after(keying.patience(), () -> loop.execute(this::noFurtherKey)));
    }

    private void noFurtherKey() {
        keying.timeUp().ifPresent(answer -> submit(new Input.Pressed(answer)));
    }

    private void expectKeys(Output.Ask ask) {
        nextKey.cancel();
        Listening.Keys keys = ask.listening().keys();
        keying.expect(keys, ask.expects() instanceof Expectation.Confirmation ? 1 : Keying.MOST);
    }

    /** Sends what is due. If the machine was held up it catches up, but not on more than a second. */
    private void beat() {
        if (state == State.CLOSED) {
            return;
        }
        long due = (door.timers().nanos() - began) / FRAME.toNanos() + 1;
        frames = Math.max(frames, due - SECOND.dividedBy(FRAME));
        for (; frames < due; frames++) {
            outflow.send(queue.next());
        }
        if (outflow.isStuck()) {
            refuse(RefusalCode.CLIENT_SLOW);
            return;
        }
        if (state == State.ENDING && (line == null || !line.isSpeaking())) {
            close();
            return;
        }
        beat = door.timers().after(FRAME, () -> loop.execute(this::beat));
    }

    private void refuse(RefusalCode code) {
        refuse(new RefusedException(code));
    }

    private void refuse(Throwable failure) {
        if (state != State.CLOSED) {
            Refusal refusal = door.refusals().explain(failure);
            LOG.info(Event.CONNECTION_REFUSED, Field.code(refusal.code().code()));
            close();
        }
    }

    private void close() {
        state = State.CLOSED;
        deadline.cancel();
        beat.cancel();
        nextKey.cancel();
        keying.clear();
        queue.clear();
        if (line != null) {
            line.close();
        }
        if (seat != null) {
            seat.close();
        }
        if (session != null) {
            leave(session);
        }
        wire.send(MessageEncoder.hangup());
        wire.close();
        deadline = door.timers().after(FAREWELL, () -> loop.execute(wire::cut));
    }

    @Override
    public void submit(Input input) {
        if (session != null) {
            session.submitSpoken(input);
        }
    }

    @Override
    public void play(byte[] audio) {
        queue.add(audio);
    }

    @Override
    public boolean showsWords() {
        return false;
    }

    @Override
    public void tell(LineEvent event) {
        // A telephone shows nothing, and cannot be made softer; but what is not sent can be dropped.
        if (event instanceof LineEvent.Clear) {
            queue.clear();
        }
    }

    @Override
    public void burdened() {
        wire.hold();
    }

    @Override
    public void relieved() {
        wire.readOn();
    }

    @Override
    public void failed(RefusalCode why) {
        refuse(why);
    }
}
