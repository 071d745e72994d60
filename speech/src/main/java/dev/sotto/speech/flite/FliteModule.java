package dev.sotto.speech.flite;

import dev.sotto.voices.FlitePatch;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;

/** The compiled module and the data of its voices, read once for all instances. Immutable; safe for many threads. */
final class FliteModule {

    private final WasmModule module;
    private final int firstMutable;

    private FliteModule(WasmModule module) {
        this.module = module;
        this.firstMutable = firstMutable(module);
    }

    /** Returns it, after a third of a second for the first who asks. */
    static FliteModule get() {
        return Holder.MODULE;
    }

    WasmModule module() {
        return module;
    }

    /** Returns the address up to which memory holds what never changes: the voices. */
    int firstMutable() {
        return firstMutable;
    }

    private static int firstMutable(WasmModule module) {
        DataSegment[] segments = module.dataSection().dataSegments();
        // The linker puts what is constant into the first one, and all that can change behind it.
        if (segments.length != 2 || !(segments[1] instanceof ActiveDataSegment changing)) {
            throw new IllegalStateException("the voices are laid out differently");
        }
        return (int) changing.offsetInstructions().get(0).operand(0);
    }

    private static FliteModule read() {
        String data = "/" + FlitePatch.COMPILED + ".meta";
        try (InputStream in = Optional.ofNullable(FliteModule.class.getResourceAsStream(data))
                .orElseThrow(() -> new IllegalStateException("the voices are missing: " + data))) {
            return new FliteModule(Parser.parse(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        private static final FliteModule MODULE = read();
    }
}
