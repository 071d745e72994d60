package dev.sotto.speech.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Telling;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.Heard;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCodecTest {

    static Stream<Message> messages() {
        List<EarPart> parts =
                Collections.nCopies(MessageCodec.MAX_PARTS, new EarPart(Path.of("/" + "e".repeat(890)), "main", 9));
        List<Integer> words =
                IntStream.rangeClosed(1, MessageCodec.MAX_WORDS).boxed().toList();
        return Stream.of(
                new Message.Ready(""),
                new Message.Ready("libvosk does not load here"),
                new Message.Open(1, AudioFormat.linear(16_000), parts, Telling.WHEN_OVER),
                new Message.Warm(AudioFormat.linear(8_000), parts),
                new Message.PrepareFinish(7),
                new Message.Finish(7, 3),
                new Message.Close(9),
                new Message.Ping(1L << 40),
                new Message.Pong(4, 5, 6, 7, 8),
                new Message.Partial(2, 1, new Heard.Words(0, List.of(3, 4)), 99),
                new Message.Result(2, 1, new Heard.Words(1, words)),
                new Message.Result(2, 1, new Heard.Other()),
                new Message.Result(2, 1, new Heard.Nothing()),
                new Message.Forgot(2, 1, 12_345),
                new Message.Failed(2, Message.Failure.EAR));
    }

    private static byte[] block(Message... messages) {
        Block block = new Block();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Message message : messages) {
            assertThat(block.add(message)).isTrue();
        }
        try {
            block.writeTo(out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static List<Message> read(byte[] bytes) throws IOException {
        List<Message> read = new ArrayList<>();
        new Block().readFrom(new ByteArrayInputStream(bytes), read::add);
        return read;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsWhatItWrote(Message message) throws IOException {
        assertThat(read(block(message))).containsExactly(message);
    }

    @Test
    void readsSeveralMessagesOfOneBlock() throws IOException {
        assertThat(read(block(new Message.Ping(1), new Message.Close(2), new Message.Ping(3))))
                .containsExactly(new Message.Ping(1), new Message.Close(2), new Message.Ping(3));
    }

    @Test
    void takesNoMessageThatDoesNotFit() throws IOException {
        Block block = new Block();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] loud = new byte[MessageCodec.MAX_AUDIO];
        Arrays.fill(loud, (byte) 7);

        assertThat(block.add(new Message.Audio(1, 0, loud))).isTrue();
        assertThat(block.add(new Message.Audio(1, 3_200, loud))).isFalse();
        block.writeTo(out);

        assertThat(read(out.toByteArray())).hasSize(1);
    }

    @Test
    void keepsNothingOfABlockThatWasWritten() throws IOException {
        Block block = new Block();
        byte[] loud = {7, 7, 7, 7};
        assertThat(block.add(new Message.Audio(1, 0, loud))).isTrue();
        block.writeTo(new ByteArrayOutputStream());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        block.writeTo(out);

        assertThat(out.toByteArray()).hasSize(Block.SIZE).containsOnly(0);
    }

    @Test
    void noticesThatAPipeEnds() {
        assertThatThrownBy(() -> read(new byte[Block.SIZE - 1])).isInstanceOf(EOFException.class);
    }

    /** Whatever comes, it is messages or it is rubbish, and nothing else happens. */
    @Test
    void survivesRubbish() throws IOException {
        Random random = new Random(4);
        List<Message> all = messages().toList();
        int rubbish = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = block(all.get(random.nextInt(all.size())));
            for (int k = random.nextInt(4); k >= 0; k--) {
                bytes[random.nextInt(i % 2 == 0 ? 40 : bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(bytes)).isNotNull();
            } catch (RubbishException e) {
                rubbish++;
            }
        }
        assertThat(rubbish).isPositive();
    }
}
