package dev.sotto.channel.websocket;

import dev.sotto.channel.frame.AudioOffer;
import dev.sotto.channel.frame.ClientFrame;
import dev.sotto.channel.frame.ServerFrames;
import dev.sotto.channel.frame.VoiceTerms;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.session.Admission;
import dev.sotto.speech.AudioFormat;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import dev.sotto.voice.Carrier;
import dev.sotto.voice.LineEvent;
import dev.sotto.voice.Pace;
import dev.sotto.voice.VoiceLine;
import dev.sotto.voice.Voices;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What of a connection is spoken: the terms that were agreed, and while the microphone is on, a line. Confined to the
 * connection's event loop.
 */
final class SocketVoice {

    private final Voices voices;
    private final Optional<AudioOffer> offer;
    private final Connection connection;
    private final Executor loop;
    private VoiceTerms terms = new VoiceTerms.Unasked();
    private @Nullable Admission admission;
    private @Nullable Open open;
    private final List<Output> latest = new ArrayList<>(2);
    private long turn;

    /** A line that is open, on its seat. */
    private record Open(VoiceLine line, Voices.Seat seat) {

        void close() {
            line.close();
            seat.close();
        }
    }

    /** The connection, as its voice sees it. */
    interface Connection {

        /** Sends a control frame, which belongs to the connection from here on. */
        void send(byte[] frame);

        /** Sends audio, which belongs to the connection from here on. */
        void sendAudio(byte[] audio);

        /** Hands what was spoken to the session. */
        void submit(Input input);

        /** Reads nothing more for now. */
        void hold();

        /** Reads again. */
        void readOn();
    }

    SocketVoice(Voices voices, Optional<AudioOffer> offer, Connection connection, Executor loop) {
        this.voices = voices;
        this.offer = offer;
        this.connection = connection;
        this.loop = loop;
    }

    /** Settles, now that the bot is known, whether it can be spoken to. */
    VoiceTerms settle(Admission admitted) {
        admission = admitted;
        terms = offer.map(wanted -> termsFor(wanted, admitted)).orElseGet(VoiceTerms.Unasked::new);
        return terms;
    }

    private VoiceTerms termsFor(AudioOffer wanted, Admission admitted) {
        Optional<Refusal> why = voices.whyNot(admitted);
        if (why.isPresent()) {
            return new VoiceTerms.Declined(why.get());
        }
        if (wanted.listen().isEmpty() || wanted.speak().isEmpty()) {
            return new VoiceTerms.Declined(Refusal.of(RefusalCode.AUDIO_UNSUPPORTED));
        }
        return new VoiceTerms.Agreed(wanted.listen().get(), wanted.speak().get());
    }

    /** Returns whether binary frames are audio here. */
    boolean isAgreed() {
        return terms instanceof VoiceTerms.Agreed;
    }

    /**
     * Opens or closes the line.
     *
     * @throws RefusedException with {@code frame.unexpected} if no audio was agreed
     */
    void microphone(ClientFrame.Microphone.State state) {
        if (!(terms instanceof VoiceTerms.Agreed agreed) || admission == null) {
            throw new RefusedException(RefusalCode.FRAME_UNEXPECTED);
        }
        if (state == ClientFrame.Microphone.State.OFF) {
            close();
        } else if (open == null) {
            open(agreed, admission);
        }
    }

    private void open(VoiceTerms.Agreed agreed, Admission admitted) {
        try {
            Voices.Seat seat = voices.seat(admitted, agreed.speak());
            VoiceLine line =
                    new VoiceLine(seat.parts(), agreed.listen(), Pace.BUFFERED, loop, new OverSocket(agreed.speak()));
            open = new Open(line, seat);
            // Who begins by speaking is greeted aloud; who goes over to it has read what was asked.
            latest.forEach(turn == 0 ? line::deliver : line::expect);
        } catch (RefusedException refused) {
            connection.send(ServerFrames.error(refused.refusal(), OptionalLong.empty()));
        }
    }

    /**
     * Takes audio. What comes while the microphone is off was on its way when it was turned off.
     *
     * @throws RefusedException with {@code audio.malformed} if the last sample is not whole
     */
    void hear(ByteBuffer audio) {
        if (!(terms instanceof VoiceTerms.Agreed agreed)) {
            throw new RefusedException(RefusalCode.FRAME_UNEXPECTED);
        }
        if (audio.remaining() % agreed.listen().bytesPerSample() != 0) {
            throw new RefusedException(RefusalCode.AUDIO_MALFORMED);
        }
        if (open != null) {
            byte[] heard = new byte[audio.remaining()];
            audio.get(heard);
            open.line.hear(heard);
        }
    }

    /** The bot does something. */
    void deliver(Envelope<Output> output) {
        if (open != null) {
            open.line.deliver(output.body());
        } else if (isAgreed()) {
            keep(output);
        }
    }

    /** Keeps what the bot did last, for a line that is opened later. */
    private void keep(Envelope<Output> output) {
        if (output.turn() != turn) {
            turn = output.turn();
            latest.clear();
        }
        latest.add(output.body());
    }

    /** The person typed or pressed something. */
    void keyed() {
        with(VoiceLine::keyed);
    }

    /** The client has played everything up to a mark. */
    void played(String mark) {
        with(line -> line.played(mark));
    }

    /** Returns whether the bot is still to be heard. */
    boolean isSpeaking() {
        return open != null && open.line.isSpeaking();
    }

    /** Ends the line, if one is open. */
    void close() {
        Open closing = open;
        open = null;
        latest.clear();
        if (closing != null) {
            closing.close();
            connection.readOn();
        }
    }

    private void with(Consumer<VoiceLine> task) {
        if (open != null) {
            task.accept(open.line);
        }
    }

    private final class OverSocket implements Carrier {

        private final AudioFormat speak;

        OverSocket(AudioFormat speak) {
            this.speak = speak;
        }

        @Override
        public void submit(Input input) {
            connection.submit(input);
        }

        @Override
        public void play(byte[] audio) {
            connection.sendAudio(audio);
        }

        @Override
        public boolean showsWords() {
            return true;
        }

        @Override
        public void tell(LineEvent event) {
            connection.send(ServerFrames.line(event, speak));
        }

        @Override
        public void burdened() {
            connection.hold();
        }

        @Override
        public void relieved() {
            connection.readOn();
        }

        @Override
        public void failed(RefusalCode why) {
            connection.send(ServerFrames.error(Refusal.of(why), OptionalLong.empty()));
            close();
        }
    }
}
