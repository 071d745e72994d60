package dev.sotto.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ProcessFiguresTest {

    @Test
    void readsResidentMemory() throws IOException {
        assertThat(ProcessFigures.residentKib(List.of("Name:\tjava", "VmHWM:\t  999 kB", "VmRSS:\t  123456 kB")))
                .isEqualTo(123456);
    }

    @Test
    void saysThatAProcessHasEnded() {
        assertThatThrownBy(() -> ProcessFigures.residentKib(List.of("Name:\tjava", "State:\tZ (zombie)")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void addsUpItsOwnProcessorTimeAndTheSystemsWhateverItsName() {
        String stat = "42 (a) b (java) S 1 42 42 0 -1 4194560 9 0 0 0 250 50 7 7 20 0 30 0 1000 1 1";

        assertThat(ProcessFigures.cpuMicros(stat)).isEqualTo(3_000_000);
    }

    @Test
    void readsHowManyFilesMayBeOpen() {
        String head = "Limit                     Soft Limit           Hard Limit           Units     ";

        assertThat(ProcessFigures.mostOpenFiles(List.of(
                        head, "Max open files            1024                 20000                files     ")))
                .isEqualTo(20000);
        assertThat(ProcessFigures.mostOpenFiles(List.of(
                        head, "Max open files            1024                 unlimited            files     ")))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void readsTheFiguresOfThisProcess() throws IOException {
        long pid = ProcessHandle.current().pid();

        assertThat(ProcessFigures.residentKib(pid)).isGreaterThan(10_000);
        assertThat(ProcessFigures.ownResidentMib()).isBetween(10L, 100_000L);
        assertThat(ProcessFigures.cpuMicros(pid)).isPositive();
        assertThat(ProcessFigures.mostOpenFiles()).isPositive();
    }

    @Test
    void tellsWhatProcessorTimeProcessesHaveUsedTogether() {
        long own = ProcessHandle.current().pid();

        long once = ProcessFigures.cpuNanos(LongStream.of(own));

        assertThat(once).isPositive();
        assertThat(ProcessFigures.cpuNanos(LongStream.of(own, own))).isGreaterThanOrEqualTo(2 * once);
        assertThat(ProcessFigures.cpuNanos(LongStream.empty())).isZero();
    }
}
