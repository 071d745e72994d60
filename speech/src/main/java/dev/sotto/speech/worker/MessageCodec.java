package dev.sotto.speech.worker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Telling;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.Heard;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Messages as bytes: kind, stream, length of the rest, the rest. Numbers have their higher byte first. */
final class MessageCodec {

    /** Bytes of kind, stream and length. */
    static final int HEADER = 1 + Integer.BYTES + Short.BYTES;

    /** Most bytes of audio in one message. */
    static final int MAX_AUDIO = 6_400;

    /** Most words that can be heard in a turn; the rest is left out. */
    static final int MAX_WORDS = 1_000;

    /** Most parts that a stream listens with. */
    static final int MAX_PARTS = 8;

    private static final int MAX_PATH = 900;
    private static final int MAX_NAME = 60;
    private static final int MAX_TROUBLE = 1_000;
    private static final int MAGIC = 0x536F7474;
    private static final short VERSION = 3;

    private static final byte READY = 1;
    private static final byte OPEN = 2;
    private static final byte AUDIO = 3;
    private static final byte FINISH = 4;
    private static final byte CLOSE = 5;
    private static final byte PING = 6;
    private static final byte PONG = 7;
    private static final byte PARTIAL = 8;
    private static final byte RESULT = 9;
    private static final byte FORGOT = 10;
    private static final byte FAILED = 11;
    private static final byte WARM = 12;
    private static final byte PREPARE_FINISH = 13;

    private static final byte NOTHING = 0;
    private static final byte OTHER = 1;
    private static final byte WORDS = 2;

    private MessageCodec() {}

    /** Writes a message of at most {@link Block#ROOM} bytes. */
    static void write(Message message, ByteBuffer to) {
        int begin = to.position();
        to.put(kind(message)).putInt(message.stream()).putShort((short) 0);
        rest(message, to);
        to.putShort(begin + 1 + Integer.BYTES, (short) (to.position() - begin - HEADER));
    }

    private static byte kind(Message message) {
        if (message instanceof Message.Ready) {
            return READY;
        } else if (message instanceof Message.Open) {
            return OPEN;
        } else if (message instanceof Message.Warm) {
            return WARM;
        } else if (message instanceof Message.Audio) {
            return AUDIO;
        } else if (message instanceof Message.PrepareFinish) {
            return PREPARE_FINISH;
        } else if (message instanceof Message.Finish) {
            return FINISH;
        } else if (message instanceof Message.Close) {
            return CLOSE;
        } else if (message instanceof Message.Ping) {
            return PING;
        } else if (message instanceof Message.Pong) {
            return PONG;
        } else if (message instanceof Message.Partial) {
            return PARTIAL;
        } else if (message instanceof Message.Result) {
            return RESULT;
        } else if (message instanceof Message.Forgot) {
            return FORGOT;
        }
        return FAILED;
    }

    private static void rest(Message message, ByteBuffer to) {
        if (message instanceof Message.Ready ready) {
            to.putInt(MAGIC).putShort(VERSION);
            text(ready.trouble(), MAX_TROUBLE, to);
        } else if (message instanceof Message.Open open) {
            format(open.format(), to);
            parts(open.parts(), to);
            text(open.telling().name(), MAX_NAME, to);
        } else if (message instanceof Message.Warm warm) {
            format(warm.format(), to);
            parts(warm.parts(), to);
        } else if (message instanceof Message.Audio audio) {
            to.putLong(audio.start()).put(audio.audio());
        } else if (message instanceof Message.Finish finish) {
            to.putInt(finish.turn());
        } else if (message instanceof Message.Ping ping) {
            to.putLong(ping.number());
        } else if (message instanceof Message.Pong pong) {
            to.putLong(pong.number()).putLong(pong.resident()).putLong(pong.loaded());
            to.putInt(pong.pending()).putLong(pong.steps());
        } else if (message instanceof Message.Partial partial) {
            to.putInt(partial.turn()).putLong(partial.upTo());
            heard(partial.heard(), to);
        } else if (message instanceof Message.Result result) {
            to.putInt(result.turn());
            heard(result.heard(), to);
        } else if (message instanceof Message.Forgot forgot) {
            to.putInt(forgot.turn()).putLong(forgot.before());
        } else if (message instanceof Message.Failed failed) {
            text(failed.failure().name(), MAX_NAME, to);
        }
    }

    private static void format(AudioFormat format, ByteBuffer to) {
        text(format.encoding().name(), MAX_NAME, to);
        to.putInt(format.sampleRate());
        to.put((byte) format.channels());
    }

    private static void parts(List<EarPart> parts, ByteBuffer to) {
        if (parts.isEmpty() || parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException(parts.size() + " parts; expected 1 to " + MAX_PARTS);
        }
        to.put((byte) parts.size());
        for (EarPart part : parts) {
            text(part.ear().toString(), MAX_PATH, to);
            text(part.name(), MAX_NAME, to);
            to.putInt(part.words());
        }
    }

    private static void heard(Heard heard, ByteBuffer to) {
        if (heard instanceof Heard.Words words) {
            int count = Math.min(MAX_WORDS, words.numbers().size());
            to.put(WORDS).put((byte) words.part()).putShort((short) count);
            words.numbers().subList(0, count).forEach(to::putInt);
        } else {
            to.put(heard instanceof Heard.Other ? OTHER : NOTHING);
        }
    }

    private static void text(String text, int most, ByteBuffer to) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > most) {
            throw new IllegalArgumentException(bytes.length + " bytes of text; expected at most " + most);
        }
        to.putShort((short) bytes.length).put(bytes);
    }

    /**
     * Reads a message.
     *
     * @throws RubbishException if it is none
     */
    static Message read(ByteBuffer from) {
        try {
            byte kind = from.get();
            int stream = from.getInt();
            int length = from.getShort() & 0xFFFF;
            if (length > from.remaining()) {
                throw new RubbishException("a message that is longer than its block");
            }
            ByteBuffer rest = from.slice(from.position(), length);
            from.position(from.position() + length);
            Message message = message(kind, stream, rest);
            if (rest.hasRemaining()) {
                throw new RubbishException("a message with more than belongs to it");
            }
            return message;
        } catch (BufferUnderflowException e) {
            throw new RubbishException("a message that is too short");
        } catch (IllegalArgumentException e) {
            throw new RubbishException("a message with values that cannot be");
        }
    }

    private static Message message(byte kind, int stream, ByteBuffer rest) {
        return switch (kind) {
            case READY -> ready(rest);
            case OPEN -> new Message.Open(stream, format(rest), parts(rest), Telling.valueOf(text(rest, MAX_NAME)));
            case WARM -> new Message.Warm(format(rest), parts(rest));
            case AUDIO -> audio(stream, rest);
            case PREPARE_FINISH -> new Message.PrepareFinish(stream);
            case FINISH -> new Message.Finish(stream, rest.getInt());
            case CLOSE -> new Message.Close(stream);
            case PING -> new Message.Ping(rest.getLong());
            case PONG ->
                new Message.Pong(rest.getLong(), rest.getLong(), rest.getLong(), rest.getInt(), rest.getLong());
            case PARTIAL -> partial(stream, rest);
            case RESULT -> new Message.Result(stream, rest.getInt(), heard(rest));
            case FORGOT -> new Message.Forgot(stream, rest.getInt(), rest.getLong());
            case FAILED -> new Message.Failed(stream, Message.Failure.valueOf(text(rest, MAX_NAME)));
            default -> throw new RubbishException("a message of no kind");
        };
    }

    private static Message ready(ByteBuffer rest) {
        if (rest.getInt() != MAGIC || rest.getShort() != VERSION) {
            throw new RubbishException("a worker of another version, or something else altogether");
        }
        return new Message.Ready(text(rest, MAX_TROUBLE));
    }

    private static AudioFormat format(ByteBuffer rest) {
        return new AudioFormat(AudioFormat.Encoding.valueOf(text(rest, MAX_NAME)), rest.getInt(), rest.get());
    }

    private static List<EarPart> parts(ByteBuffer rest) {
        List<EarPart> parts = new ArrayList<>();
        int count = rest.get();
        if (count < 1 || count > MAX_PARTS) {
            throw new RubbishException("no parts or too many");
        }
        for (int i = 0; i < count; i++) {
            parts.add(new EarPart(path(text(rest, MAX_PATH)), text(rest, MAX_NAME), rest.getInt()));
        }
        return parts;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new RubbishException("a path that is none");
        }
    }

    private static Message audio(int stream, ByteBuffer rest) {
        long start = rest.getLong();
        byte[] audio = new byte[rest.remaining()];
        rest.get(audio);
        if (start < 0 || audio.length > MAX_AUDIO) {
            throw new RubbishException("audio before its stream, or too much");
        }
        return new Message.Audio(stream, start, audio);
    }

    private static Message partial(int stream, ByteBuffer rest) {
        int turn = rest.getInt();
        long upTo = rest.getLong();
        return new Message.Partial(stream, turn, heard(rest), upTo);
    }

    private static Heard heard(ByteBuffer rest) {
        byte kind = rest.get();
        if (kind == NOTHING) {
            return new Heard.Nothing();
        }
        if (kind == OTHER) {
            return new Heard.Other();
        }
        int part = rest.get();
        int count = rest.getShort();
        if (kind != WORDS || part < 0 || part >= MAX_PARTS || count < 0 || count > MAX_WORDS) {
            throw new RubbishException("words that are none");
        }
        List<Integer> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(rest.getInt());
        }
        return new Heard.Words(part, numbers);
    }

    private static String text(ByteBuffer rest, int most) {
        int length = rest.getShort() & 0xFFFF;
        if (length > most) {
            throw new RubbishException("text that is too long");
        }
        byte[] bytes = new byte[length];
        rest.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
