package dev.sotto.speech.worker;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Keeps the pipe to the other process to ourselves: what anything else prints goes where errors go, which is nowhere.
 */
final class Descriptors {

    private static final int OUT = 1;
    private static final int ERROR = 2;

    private Descriptors() {}

    /** What is used of the C library. */
    interface LibC extends Library {

        int dup(int descriptor);

        int dup2(int from, int to);

        long write(int descriptor, Pointer bytes, long count);
    }

    /** Returns standard output, which from here on nobody else has. */
    static OutputStream takeStandardOutput() {
        LibC library = Native.load("c", LibC.class);
        int own = library.dup(OUT);
        if (own < 0 || library.dup2(ERROR, OUT) < 0) {
            throw new IllegalStateException("standard output cannot be set aside");
        }
        return new PipeStream(library, own);
    }

    /** Writes to a descriptor by way of memory that is wiped. Confined to one thread at a time. */
    private static final class PipeStream extends OutputStream {

        private final LibC library;
        private final int descriptor;
        private final com.sun.jna.Memory memory = new com.sun.jna.Memory(Block.SIZE);

        PipeStream(LibC library, int descriptor) {
            this.library = library;
            this.descriptor = descriptor;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int start, int count) throws IOException {
            memory.write(0, bytes, start, count);
            try {
                long done = 0;
                while (done < count) {
                    long more = library.write(descriptor, memory.share(done), count - done);
                    if (more <= 0) {
                        throw new IOException("nobody reads any longer");
                    }
                    done += more;
                }
            } finally {
                memory.clear();
            }
        }
    }
}
