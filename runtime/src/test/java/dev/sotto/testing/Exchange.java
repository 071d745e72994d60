package dev.sotto.testing;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Asterisk's end of a call: the bytes that it sends, and what it makes of those that come. Confined to one thread. */
public final class Exchange implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOST_FRAMES = 1_000;
    private static final int FRAME = 320;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /** Connects to a server on this machine. */
    public Exchange(int port) {
        this(port, 64 * 1024);
    }

    /** @param receiveBuffer bytes that the kernel holds for an exchange that does not read */
    public Exchange(int port, int receiveBuffer) {
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(receiveBuffer);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns messages with audio of this many milliseconds, 20 in each. */
    public static byte[] audio(int millis, byte value) {
        byte[] frame = new byte[3 + FRAME];
        Arrays.fill(frame, value);
        frame[0] = 0x10;
        frame[1] = FRAME >> 8;
        frame[2] = (byte) FRAME;
        ByteBuffer all = ByteBuffer.allocate(frame.length * (millis / 20));
        while (all.hasRemaining()) {
            all.put(frame);
        }
        return all.array();
    }

    /** Says which call it is. */
    public void begin(UUID call) {
        send(ByteBuffer.allocate(19)
                .put(new byte[] {1, 0, 16})
                .putLong(call.getMostSignificantBits())
                .putLong(call.getLeastSignificantBits())
                .array());
    }

    /** Presses a key. */
    public void press(char key) {
        send(new byte[] {3, 0, 1, (byte) key});
    }

    /** Says something, and is silent. */
    public void speak() {
        speak(FRAME);
    }

    /** Says something, and is silent, in messages of this many bytes. */
    public void speak(int bytes) {
        byte[] audio = new byte[2_600 * FRAME / 20];
        Arrays.fill(audio, 0, 600 * FRAME / 20, (byte) 0x30);
        ByteBuffer messages = ByteBuffer.allocate(audio.length + 3 * (audio.length / bytes + 1));
        for (int from = 0; from < audio.length; from += bytes) {
            int length = Math.min(bytes, audio.length - from);
            messages.put((byte) 0x10).putShort((short) length).put(audio, from, length);
        }
        send(Arrays.copyOf(messages.array(), messages.position()));
    }

    /** Sends bytes, whatever they are. */
    public void send(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until the bot is heard. */
    public void hearTone() {
        for (int i = 0; i < MOST_FRAMES; i++) {
            if (isTone(read().orElseThrow(() -> new AssertionError("it hung up")))) {
                return;
            }
        }
        throw new AssertionError("the bot says nothing");
    }

    /** Reads until the bot is not heard any more. */
    public void hearSilence() {
        toneLeft();
    }

    /** Returns how many milliseconds the bot is still heard. */
    public int toneLeft() {
        for (int i = 0; i < MOST_FRAMES; i++) {
            if (!isTone(read().orElseThrow(() -> new AssertionError("it hung up")))) {
                return i * 20;
            }
        }
        throw new AssertionError("the bot does not stop");
    }

    /** Reads until the call is ended from the other end; returns whether that was said in form. */
    public boolean readToTheEnd() {
        for (int i = 0; i < MOST_FRAMES; i++) {
            if (read().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the next audio; nothing if the call is over. */
    public Optional<byte[]> read() {
        try {
            int kind = in.readUnsignedByte();
            byte[] content = new byte[in.readUnsignedShort()];
            in.readFully(content);
            return kind == 0x10 ? Optional.of(content) : Optional.empty();
        } catch (EOFException e) {
            throw new AssertionError("the connection was cut without a word", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTone(byte[] audio) {
        for (byte sample : audio) {
            if (sample == Monotone.TONE) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
