package dev.sotto.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.prove.JavaProcess;
import dev.sotto.prove.Mark;
import dev.sotto.prove.MarkSearch;
import dev.sotto.prove.ProcessMemory;
import dev.sotto.sensitive.HeapSweep;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks into the memory of a real process, before and after. */
@Timeout(120)
class HeapSweepTest {

    private static final int MASK = 0x5a;

    static Stream<List<String>> flags() {
        return Stream.of(
                List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:MarkSweepDeadRatio=0"),
                List.of("-Xmx512m", "-Xms16m", "-XX:+UseSerialGC", "-XX:MarkSweepDeadRatio=0"));
    }

    @ParameterizedTest
    @MethodSource("flags")
    void leavesNextToNothingOfDeadTextInRawMemory(List<String> flags) throws Exception {
        Process process = start(flags);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                PrintStream in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8)) {
            byte[] masked = HexFormat.of().parseHex(out.readLine());
            String canary = unmasked(masked);
            assertThat(out.readLine()).isEqualTo("talked");
            long before = count(process.pid(), canary);
            in.println();
            assertThat(out.readLine()).isEqualTo("swept");
            long after = count(process.pid(), canary);

            assertThat(before).isGreaterThan(10_000);
            assertThat(after).isLessThan(before / 1_000);
        } finally {
            process.destroyForcibly();
        }
    }

    private static long count(long pid, String canary) throws IOException {
        MarkSearch search = new MarkSearch(new Mark(canary));
        return new ProcessMemory(pid)
                .search(search, new JavaProcess(pid).heap())
                .total()
                .found();
    }

    private static Process start(List<String> flags) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(java.toString());
        builder.command().addAll(flags);
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path"), Talking.class.getName()));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String unmasked(byte[] masked) {
        StringBuilder text = new StringBuilder();
        for (byte b : masked) {
            text.append((char) ('a' + Math.floorMod(b ^ MASK, 26)));
        }
        return text.toString();
    }

    /** The process: it says much, in all the forms that text takes in a heap, forgets it, and sweeps. */
    static final class Talking {

        private static final int SAYINGS = 20_000;
        private static final int REMEMBERED = 4_000;

        public static void main(String[] arguments) throws Exception {
            byte[] masked = new byte[16];
            new SecureRandom().nextBytes(masked);
            System.out.println(HexFormat.of().formatHex(masked));
            byte[][] models = new byte[16][1 << 20];
            Deque<Object> remembered = new ArrayDeque<>();
            talk(masked, remembered);
            System.out.println("talked");
            int told = System.in.read();
            remembered.clear();
            HeapSweep.run(() -> false);
            System.out.println("swept");
            told += System.in.read();
            System.out.println(told + models.length);
        }

        private static void talk(byte[] masked, Deque<Object> remembered) {
            for (int i = 0; i < SAYINGS; i++) {
                String said = unmasked(masked) + " pay my sister " + i + (i % 3 == 0 ? " €" : "");
                remembered.add(said);
                remembered.add(said.getBytes(StandardCharsets.UTF_8));
                remembered.add(said.toCharArray());
                remembered.add(new byte[i % 3000]);
                while (remembered.size() > REMEMBERED) {
                    remembered.poll();
                }
            }
        }
    }
}
