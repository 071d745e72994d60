package dev.sotto.channel.audiosocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDecoderTest {

    private static final String CALL = "010010" + "40325ec25efd4bd3805fe1a6a6c7b1f2";
    private static final String KEY = "03000135";
    private static final String AUDIO = "100004" + "0100ff7f";
    private static final String HANGUP = "000000";

    @Test
    void readsWhatAsteriskSends() {
        List<Message> messages = decode(CALL + AUDIO + KEY + "ff000101" + HANGUP);

        assertThat(messages.get(0))
                .isEqualTo(new Message.Call(UUID.fromString("40325ec2-5efd-4bd3-805f-e1a6a6c7b1f2")));
        assertThat(((Message.Audio) messages.get(1)).samples()).containsExactly(1, 0, -1, 0x7f);
        assertThat(messages.subList(2, 5))
                .containsExactly(new Message.Key('5'), new Message.Failed(1), new Message.Hangup());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsTheSameWhereverTheStreamIsCut(long seed) {
        Random random = new Random(seed);
        byte[] stream = HexFormat.of().parseHex(CALL + AUDIO + KEY + AUDIO + HANGUP);
        EmbeddedChannel channel = new EmbeddedChannel(new MessageDecoder());
        for (int at = 0; at < stream.length; ) {
            int end = Math.min(stream.length, at + 1 + random.nextInt(7));
            channel.writeInbound(Unpooled.copiedBuffer(stream, at, end - at));
            at = end;
        }

        assertThat(messages(channel)).hasSize(5).last().isEqualTo(new Message.Hangup());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01000f00112233445566778899aabbccddee", "0300023131", "03000141" + "03000178", "100003010203"})
    void findsWhatIsNoMessage(String stream) {
        assertThat(decode(stream)).last().isEqualTo(new Message.Malformed());
    }

    @Test
    void readsNothingMoreAfterWhatIsNoMessage() {
        assertThat(decode("0300017a" + AUDIO + HANGUP)).containsExactly(new Message.Malformed());
    }

    @Test
    void tellsAudioOfAnotherRate() {
        assertThat(decode("12000400000000")).containsExactly(new Message.OtherAudio());
    }

    @Test
    void skipsKindsThatItDoesNotKnow() {
        assertThat(decode("7e0003aabbcc" + HANGUP)).containsExactly(new Message.Unknown(), new Message.Hangup());
    }

    @Test
    void overwritesWhatItHasRead() {
        ByteBuf stream = Unpooled.buffer().writeBytes(HexFormat.of().parseHex(AUDIO));
        EmbeddedChannel channel = new EmbeddedChannel(new MessageDecoder());
        stream.retain();

        channel.writeInbound(stream);

        assertThat(stream.array()).startsWith(0, 0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void neverFailsWhateverComes(long seed) {
        Random random = new Random(seed);
        byte[] noise = new byte[10_000];
        random.nextBytes(noise);

        EmbeddedChannel channel = new EmbeddedChannel(new MessageDecoder());
        channel.writeInbound(Unpooled.wrappedBuffer(noise));

        assertThat(channel.isOpen()).isTrue();
    }

    private static List<Message> decode(String hex) {
        EmbeddedChannel channel = new EmbeddedChannel(new MessageDecoder());
        channel.writeInbound(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
        return messages(channel);
    }

    private static List<Message> messages(EmbeddedChannel channel) {
        List<Message> messages = new ArrayList<>();
        for (Message message = channel.readInbound(); message != null; message = channel.readInbound()) {
            messages.add(message);
        }
        return messages;
    }
}
