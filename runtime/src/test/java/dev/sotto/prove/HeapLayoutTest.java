package dev.sotto.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class HeapLayoutTest {

    private static final String JAVA_17 = """
            10169:
             def new generation   total 116224K, used 0K [0x1000, 0x3000, 0x4000)
              eden space 103360K,   0% used [0x1000, 0x1800, 0x2000)
              from space 12864K,   0% used [0x2800, 0x2800, 0x3000)
              to   space 12864K,   0% used [0x2000, 0x2000, 0x2800)
             tenured generation   total 258048K, used 2241K [0x4000, 0x6000, 0x8000)
               the space 258048K,   0% used [0x4000, 0x5000, 0x5100, 0x6000)
             Metaspace       used 8941K, committed 9088K, reserved 1114112K
            """;
    private static final String JAVA_25 = """
            10170:
            DefNew     total 116160K, used 31021K [0x1000, 0x3000, 0x4000)
             eden space 103296K,  30% used [0x1000, 0x1800, 0x2000)
             from space 12864K,   0% used [0x2000, 0x2000, 0x2800)
             to   space 12864K,   0% used [0x2800, 0x2800, 0x3000)
            Tenured    total 258048K, used 1166K [0x4000, 0x6000, 0x8000)
             the  space 258048K,   0% used [0x4000, 0x5000, 0x6000)
            """;

    @Test
    void tellsLiveFromDeadFromWhatIsNoHeap() {
        assertPartsOf(HeapLayout.parse(JAVA_17));
        assertPartsOf(HeapLayout.parse(JAVA_25));
    }

    private static void assertPartsOf(HeapLayout layout) {
        assertThat(layout.parts(new Region(0x800, 0x9000, "")))
                .containsExactly(
                        part(MemoryOwner.NATIVE, 0x800, 0x1000),
                        part(MemoryOwner.LIVE_HEAP, 0x1000, 0x1800),
                        part(MemoryOwner.DEAD_HEAP, 0x1800, 0x4000),
                        part(MemoryOwner.LIVE_HEAP, 0x4000, 0x5000),
                        part(MemoryOwner.DEAD_HEAP, 0x5000, 0x8000),
                        part(MemoryOwner.NATIVE, 0x8000, 0x9000));
    }

    @Test
    void leavesARegionThatIsNoHeapWhole() {
        assertThat(HeapLayout.parse(JAVA_17).parts(new Region(0xa000, 0xb000, "[heap]")))
                .containsExactly(new HeapLayout.Part(MemoryOwner.NATIVE, new Region(0xa000, 0xb000, "[heap]")));
    }

    @Test
    void refusesTheHeapOfAnotherCollector() {
        assertThatThrownBy(() -> HeapLayout.parse("garbage-first heap   total 258048K, used 1166K [0x1, 0x2)"))
                .isInstanceOf(UnreadableProcessException.class);
    }

    private static HeapLayout.Part part(MemoryOwner owner, long from, long to) {
        return new HeapLayout.Part(owner, new Region(from, to, ""));
    }
}
