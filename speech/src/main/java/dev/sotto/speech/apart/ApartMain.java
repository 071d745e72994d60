package dev.sotto.speech.apart;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.Voice;
import dev.sotto.speech.flite.FliteSynthesizer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The process that speaks. It ends when nobody writes to it any more. */
public final class ApartMain {

    static final int READY = 1;
    static final int DONE = 0;
    static final int FAILED = -1;

    /** What is said to nobody, until the compiler knows the way. */
    private static final List<String> WARM_UP = List.of(
            "Good morning, how can I help you today?",
            "Your order of two large coffees will be ready in ten minutes.",
            "I am sorry, I did not understand that, please say it again.");

    private static final int ROUNDS = 4;

    private final FliteSynthesizer flite = new FliteSynthesizer(1);
    private final ReentrantLock turn = new ReentrantLock(true);
    private final InputStream raw;
    private final DataInputStream in;
    private final DataOutputStream out;
    private boolean enough;

    private ApartMain(InputStream in, DataOutputStream out) {
        this.raw = in;
        this.in = new DataInputStream(in);
        this.out = out;
    }

    /**
     * Speaks until there is nobody to speak for.
     *
     * @param arguments the names of the voices that will be asked for
     */
    public static void main(String[] arguments) throws IOException {
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // Whatever else is printed must not get between the frames.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        new ApartMain(System.in, out).run(List.of(arguments));
    }

    private void run(List<String> voices) throws IOException {
        Phrase first = new Phrase(new Saying("Hello."), 1, Duration.ZERO);
        speak(first, voices.get(0), AudioFormat.linear(16_000), frame -> FrameSink.Next.STOP);
        out.writeInt(READY);
        Thread warming = new Thread(() -> warmUp(voices), "warm-up");
        warming.setDaemon(true);
        warming.start();
        try {
            while (true) {
                next();
            }
        } catch (EOFException e) {
            System.exit(0);
        }
    }

    private void next() throws IOException {
        String voice = in.readUTF();
        AudioFormat format = AudioFormat.linear(in.readInt());
        double pace = in.readDouble();
        Duration rest = Duration.ofMillis(in.readInt());
        byte[] letters = in.readNBytes(in.readInt());
        Phrase phrase = new Phrase(new Saying(new String(letters, StandardCharsets.US_ASCII)), pace, rest);
        Arrays.fill(letters, (byte) 0);
        enough = false;
        try {
            speak(phrase, voice, format, this::send);
            out.writeInt(DONE);
        } catch (RuntimeException e) {
            // Its message might have the words in it.
            out.writeInt(FAILED);
        }
        if (!enough) {
            in.readByte();
        }
    }

    private FrameSink.Next send(AudioFrame frame) {
        try {
            if (raw.available() > 0) {
                in.readByte();
                enough = true;
                return FrameSink.Next.STOP;
            }
            out.writeInt(frame.audio().length);
            out.write(frame.audio());
            return FrameSink.Next.MORE;
        } catch (IOException e) {
            System.exit(0);
            return FrameSink.Next.STOP;
        } finally {
            frame.wipe();
        }
    }

    /** Speaks to nobody between one phrase and the next: whoever has something to say interrupts it. */
    private void warmUp(List<String> voices) {
        for (int round = 0; round < ROUNDS; round++) {
            for (String voice : voices) {
                for (String words : WARM_UP) {
                    speak(
                            new Phrase(new Saying(words), 1, Duration.ZERO),
                            voice,
                            AudioFormat.linear(16_000),
                            frame -> turn.hasQueuedThreads() ? FrameSink.Next.STOP : FrameSink.Next.MORE);
                }
            }
        }
    }

    private void speak(Phrase phrase, String voice, AudioFormat format, FrameSink sink) {
        turn.lock();
        try {
            Voice wanted = flite.voices().stream()
                    .filter(each -> each.name().equals(voice))
                    .findFirst()
                    .orElseThrow();
            flite.speak(phrase, wanted, format, sink);
        } finally {
            turn.unlock();
        }
    }
}
