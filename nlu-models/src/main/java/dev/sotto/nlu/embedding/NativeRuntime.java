package dev.sotto.nlu.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import dev.sotto.nlu.embedding.EncoderUnavailableException.Reason;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * ONNX Runtime's native environment, one for the process. Loading it is what fails on a machine that has no library for
 * it.
 *
 * <p>Its Java binding frees the environment in a shutdown hook, at once and whatever still runs: a turn that is being
 * finished while the server drains would then read freed memory, and the process would end in a crash report instead of
 * an exit code. The native environment counts its users, so one more user that never leaves keeps it alive to the end.
 */
public final class NativeRuntime {

    private static final Object LOCK = new Object();
    private static boolean held;

    private NativeRuntime() {}

    /**
     * Returns the environment.
     *
     * @throws EncoderUnavailableException if the library does not load on this machine
     */
    public static OrtEnvironment environment() throws EncoderUnavailableException {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            synchronized (LOCK) {
                if (!held) {
                    hold();
                    held = true;
                }
            }
            return environment;
        } catch (LinkageError | RuntimeException e) {
            // The binding fails in several ways on first use, and in another on each later one.
            throw new EncoderUnavailableException(
                    Reason.NATIVE_LIBRARY, "the native library of ONNX Runtime does not load", e);
        }
    }

    /** There is no public way to do this. The binding is pinned to a version, and a test ends a process in mid-call. */
    private static void hold() {
        try {
            Class<?> binding = Class.forName("ai.onnxruntime.OnnxRuntime");
            Field api = binding.getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            create.setAccessible(true);
            Object handle = create.invoke(
                    null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(), "held");
            if (handle == null) {
                throw new IllegalStateException("ONNX Runtime gave no environment");
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another binding of ONNX Runtime than the one this was built for", e);
        }
    }
}
