package dev.sotto.voices.build;

import dev.sotto.voices.FlitePatch;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Copies flite's module without debug information, with more exports, and with functions that call an import instead.
 * Finds functions by name and checks what it finds.
 */
final class FlitePatcher {

    private static final int HEADER = 8;
    private static final int EXPORT_SECTION = 7;
    private static final int ELEMENT_SECTION = 9;
    private static final int CODE_SECTION = 10;
    private static final int I32_CONST = 0x41;
    private static final int LOCAL_GET = 0x20;
    private static final int CALL = 0x10;
    private static final int END = 0x0B;
    private static final int PASSED_ON = 3;
    /** Parameters and result: 7f is a 32-bit integer. */
    private static final Map<String, String> SIGNATURES =
            Map.of(FlitePatch.AUDIO_CALLBACK, "7f7f7f7f7f:7f", "mlpg", "7f7f:7f", "mlsa_resynthesis", "7f7f7f7f7f:7f");

    private static final String IMPORT_SIGNATURE = "7f7f7f7f:7f";

    private final byte[] original;
    private final WasmFunctions functions = new WasmFunctions();

    private FlitePatcher(byte[] original) {
        this.original = original;
    }

    /** Returns the patched module. */
    static byte[] patch(byte[] original) {
        return new FlitePatcher(original).patched();
    }

    private byte[] patched() {
        sections(functions::read);
        Map<Integer, byte[]> bodies = new HashMap<>();
        FlitePatch.REPLACED.forEach((name, descriptor) -> {
            String signature = SIGNATURES.getOrDefault(name, "");
            bodies.put(functions.named(name, signature), body(descriptor, signature));
        });
        int callback = functions.named(FlitePatch.AUDIO_CALLBACK);
        WasmOutput out = new WasmOutput().plain(new WasmInput(original).rest(HEADER));
        sections((id, content) -> {
            switch (id) {
                case 0 -> {}
                case EXPORT_SECTION -> section(out, id, withExports(content));
                case CODE_SECTION -> section(out, id, withBodies(content, bodies));
                case ELEMENT_SECTION -> {
                    byte[] copy = content.rest();
                    checkTable(new WasmInput(copy), callback);
                    section(out, id, copy);
                }
                default -> section(out, id, content.rest());
            }
        });
        return out.toBytes();
    }

    private void sections(BiConsumer<Integer, WasmInput> each) {
        WasmInput in = new WasmInput(original);
        in.rest(HEADER);
        while (in.hasMore()) {
            int id = in.readByte();
            each.accept(id, in.part(in.number()));
        }
    }

    private static void section(WasmOutput out, int id, byte[] content) {
        out.writeByte(id).sized(content);
    }

    private byte[] withExports(WasmInput content) {
        WasmOutput out = new WasmOutput().number(content.number() + FlitePatch.EXPORTS.size());
        out.plain(content.rest());
        for (String name : FlitePatch.EXPORTS) {
            out.name(name).writeByte(0).number(functions.named(name));
        }
        return out.toBytes();
    }

    private byte[] withBodies(WasmInput content, Map<Integer, byte[]> bodies) {
        int count = content.number();
        WasmOutput out = new WasmOutput().number(count);
        for (int i = 0; i < count; i++) {
            byte[] body = content.rest(content.number());
            out.sized(bodies.getOrDefault(i + functions.imported(), body));
        }
        return out.toBytes();
    }

    /** No local variables; the import is called with the descriptor and the first three parameters, or zeros for want of them. */
    private byte[] body(int descriptor, String signature) {
        int parameters = signature.indexOf(':') / 2;
        WasmOutput out = new WasmOutput().number(0);
        // The signed form of a small negative number.
        out.writeByte(I32_CONST).writeByte(descriptor & 0x7F);
        for (int parameter = 0; parameter < PASSED_ON; parameter++) {
            boolean there = parameter < parameters;
            out.writeByte(there ? LOCAL_GET : I32_CONST).number(there ? parameter : 0);
        }
        out.writeByte(CALL).number(functions.imported(FlitePatch.IMPORT, IMPORT_SIGNATURE));
        return out.writeByte(END).toBytes();
    }

    private static void checkTable(WasmInput content, int callback) {
        if (content.number() != 1 || content.number() != 0 || content.readByte() != I32_CONST) {
            throw new WasmChangedException("a table of functions that is laid out differently");
        }
        int first = content.readByte();
        content.readByte();
        int count = content.number();
        int index = -1;
        for (int i = 0; i < count; i++) {
            if (content.number() == callback) {
                index = first + i;
            }
        }
        if (index != FlitePatch.AUDIO_CALLBACK_INDEX) {
            throw new WasmChangedException(
                    "the callback is number " + index + " of the table, expected " + FlitePatch.AUDIO_CALLBACK_INDEX);
        }
    }
}
