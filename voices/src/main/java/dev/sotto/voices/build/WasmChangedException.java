package dev.sotto.voices.build;

/** The module is not the one that the patch was made for. */
final class WasmChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WasmChangedException(String message) {
        super("flite.wasm: " + message + "; the patch must be looked at before another version is taken");
    }
}
