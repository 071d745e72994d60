package dev.sotto.channel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WipingAllocatorTest {

    private static final byte[] CANARY = "what a person said".getBytes(StandardCharsets.UTF_8);

    private final WipingAllocator allocator = WipingAllocator.INSTANCE;

    @Test
    void wipesABufferThatIsGivenBack() {
        ByteBuf buffer = allocator.buffer(64).writeBytes(CANARY);
        byte[] memory = buffer.array();
        assertThat(memory).startsWith(CANARY);

        buffer.release();

        assertThat(memory).containsOnly(0);
    }

    @Test
    void wipesTheSmallerMemoryOfABufferThatGrows() {
        ByteBuf buffer = allocator.ioBuffer(CANARY.length).writeBytes(CANARY);
        byte[] memory = buffer.array();

        buffer.writeBytes(CANARY);

        assertThat(buffer.array()).isNotSameAs(memory).startsWith(CANARY);
        assertThat(memory).containsOnly(0);
        buffer.release();
    }

    @Test
    void wipesABufferWhenItsLastSliceIsGivenBack() {
        ByteBuf buffer = allocator.buffer(64).writeBytes(CANARY);
        byte[] memory = buffer.array();
        ByteBuf slice = buffer.readRetainedSlice(4);

        buffer.release();
        assertThat(memory).startsWith(CANARY);
        slice.release();

        assertThat(memory).containsOnly(0);
    }

    @Test
    void wipesThePartsOfAComposite() {
        ByteBuf part = allocator.buffer(64).writeBytes(CANARY);
        byte[] memory = part.array();
        CompositeByteBuf whole = allocator.compositeBuffer().addComponent(true, part);

        whole.release();

        assertThat(memory).containsOnly(0);
    }

    @Test
    void takesOverAnArrayAndWipesIt() {
        byte[] bytes = CANARY.clone();

        ByteBuf buffer = allocator.takeOver(bytes);

        assertThat(buffer.toString(StandardCharsets.UTF_8)).isEqualTo(new String(CANARY, StandardCharsets.UTF_8));
        assertThat(bytes).containsOnly(0);
        buffer.release();
    }

    @Test
    void givesOutHeapBuffersForTheSocketToo() {
        ByteBuf buffer = allocator.ioBuffer();

        assertThat(buffer.hasArray()).isTrue();
        buffer.release();
    }
}
