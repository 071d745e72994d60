package dev.sotto.speech.worker;

import com.sun.jna.Memory;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.embedded.Heard;
import dev.sotto.speech.embedded.Listening;
import dev.sotto.speech.embedded.TurnListener;
import dev.sotto.speech.vosk.NativeHazard;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * A worker that does what must never be done, once: when a turn has come to 1.5 s, unless a file shows that another worker
 * did it before.
 */
public final class HazardousWorker {

    private static final long MOMENT = 24_000;
    private static final List<Memory> HELD = new ArrayList<>();

    private HazardousWorker() {}

    public static void main(String[] arguments) throws IOException {
        WorkerMain.serve((shelf, parts, format, step) -> new Hazardous(
                new TurnListener(shelf, parts, format, step),
                arguments[0],
                Path.of(arguments[1]),
                parts.get(0).ear().resolve(parts.get(0).name()).resolve("wide-clear")));
    }

    private record Hazardous(Listening listening, String hazard, Path done, Path model) implements Listening {

        @Override
        public void accept(AudioFrame frame) {
            if (frame.end() >= MOMENT && isFirst()) {
                act();
            }
            listening.accept(frame);
        }

        private boolean isFirst() {
            try {
                Files.createFile(done);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void act() {
            switch (hazard) {
                case "hang" -> hang();
                case "grow" -> grow();
                case "exit" -> Runtime.getRuntime().halt(3);
                default -> NativeHazard.valueOf(hazard.toUpperCase(Locale.ROOT)).act(model);
            }
        }

        private static void hang() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void grow() {
            Memory memory = new Memory(1L << 30);
            memory.clear();
            HELD.add(memory);
            hang();
        }

        @Override
        public void prepare() {
            listening.prepare();
        }

        @Override
        public Optional<Heard> partial() {
            return listening.partial();
        }

        @Override
        public long needsFrom() {
            return listening.needsFrom();
        }

        @Override
        public void prepareFinish(BooleanSupplier inVain) {
            listening.prepareFinish(inVain);
        }

        @Override
        public Heard finish() {
            return listening.finish();
        }

        @Override
        public void close() {
            listening.close();
        }
    }
}
