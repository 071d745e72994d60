package dev.sotto.channel.audiosocket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.UUID;

/** Takes messages out of the stream, wherever it was cut. What was read is overwritten. Confined to its event loop. */
final class MessageDecoder extends ByteToMessageDecoder {

    private static final int HEAD = 3;
    private static final int HANGUP = 0x00;
    private static final int CALL = 0x01;
    private static final int KEY = 0x03;
    private static final int AUDIO = 0x10;
    private static final int LAST_AUDIO = 0x18;
    private static final int FAILED = 0xFF;
    private static final int UUID_BYTES = 16;
    private static final String KEYS = "0123456789*#ABCD";

    private boolean broken;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (broken) {
            wipe(in, in.readableBytes());
            return;
        }
        if (in.readableBytes() < HEAD) {
            return;
        }
        int start = in.readerIndex();
        int length = in.getUnsignedShort(start + 1);
        if (in.readableBytes() < HEAD + length) {
            return;
        }
        Message message = message(in.getUnsignedByte(start), in.slice(start + HEAD, length));
        wipe(in, HEAD + length);
        broken = message instanceof Message.Malformed;
        out.add(message);
    }

    private static Message message(int kind, ByteBuf content) {
        int length = content.readableBytes();
        if (kind == HANGUP) {
            return new Message.Hangup();
        } else if (kind == CALL) {
            return length == UUID_BYTES
                    ? new Message.Call(new UUID(content.readLong(), content.readLong()))
                    : new Message.Malformed();
        } else if (kind == KEY) {
            return key(content);
        } else if (kind == AUDIO) {
            return audio(content);
        } else if (kind > AUDIO && kind <= LAST_AUDIO) {
            return new Message.OtherAudio();
        } else if (kind == FAILED) {
            return new Message.Failed(length == 0 ? 0 : content.readUnsignedByte());
        }
        return new Message.Unknown();
    }

    private static Message key(ByteBuf content) {
        char key = content.readableBytes() == 1 ? (char) content.readUnsignedByte() : ' ';
        return KEYS.indexOf(key) >= 0 ? new Message.Key(key) : new Message.Malformed();
    }

    private static Message audio(ByteBuf content) {
        if (content.readableBytes() % 2 != 0) {
            return new Message.Malformed();
        }
        byte[] samples = new byte[content.readableBytes()];
        content.readBytes(samples);
        return new Message.Audio(samples);
    }

    private static void wipe(ByteBuf in, int bytes) {
        in.setZero(in.readerIndex(), bytes);
        in.skipBytes(bytes);
    }
}
