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
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * A worker that does what must never be done, once: when a turn has come to 1.5 s, unless a file shows that another worker
 * did it before; or, one hazard, whenever there is such a file.
 */
public final class HazardousWorker {

    private static final int MOST_DESCRIPTORS = 64;
    /** Later than a worker hums to itself to get warm. */
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

    private static final class Hazardous implements Listening {

        private final Listening listening;
        private final String hazard;
        private final Path done;
        private final Path model;
        private boolean strange;

        Hazardous(Listening listening, String hazard, Path done, Path model) {
            this.listening = listening;
            this.hazard = hazard;
            this.done = done;
            this.model = model;
        }

        @Override
        public void accept(AudioFrame frame) {
            if (hazard.equals("grow_when_told")) {
                growIfTold();
            } else if (frame.end() >= MOMENT && isFirst()) {
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

        private void growIfTold() {
            try {
                if (Files.deleteIfExists(done)) {
                    grow(700L << 20);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void act() {
            switch (hazard) {
                case "hang" -> hang();
                case "grow" -> grow(1L << 30);
                case "exit" -> Runtime.getRuntime().halt(3);
                case "rubbish" -> babble();
                case "strange_words" -> strange = true;
                default -> NativeHazard.valueOf(hazard.toUpperCase(Locale.ROOT)).act(model);
            }
        }

        /** Writes what are no messages wherever it can write, its pipe included. */
        private static void babble() {
            byte[] rubbish = new byte[3 * Block.SIZE];
            new Random(1).nextBytes(rubbish);
            for (int descriptor = 3; descriptor < MOST_DESCRIPTORS; descriptor++) {
                Path path = Path.of("/proc/self/fd/" + descriptor);
                if (isPipe(path)) {
                    write(path, rubbish);
                }
            }
        }

        private static boolean isPipe(Path descriptor) {
            try {
                return Files.readSymbolicLink(descriptor).toString().startsWith("pipe:");
            } catch (IOException e) {
                return false;
            }
        }

        private static void write(Path pipe, byte[] rubbish) {
            try {
                Files.write(pipe, rubbish, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void hang() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void grow(long bytes) {
            Memory memory = new Memory(bytes);
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
            return strange ? new Heard.Words(0, List.of(1_000_000)) : listening.finish();
        }

        @Override
        public void close() {
            listening.close();
        }
    }
}
