package dev.sotto.bot.version;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.time.Timers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Does something when files change. Owns two threads: one waits for changes, one reads and
 * trains. A change while a reload waits is dropped, for the one that waits will see it.
 */
public final class BotWatch implements AutoCloseable {

    /** How long the files must have been left alone before they are read; an editor writes in several steps. */
    static final Duration QUIET = Duration.ofMillis(200);

    private static final int DEPTH = 2;

    private static final EventLog LOG = EventLog.of(Component.BOTS);

    private static final List<WatchEvent.Kind<Path>> CHANGES = List.of(
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);

    private final Path directory;
    private final Runnable changed;
    private final WatchService files;
    private final Debounce debounce;
    private final ThreadPoolExecutor training;

    private BotWatch(Path directory, Runnable changed, Timers timers, WatchService files) {
        this.directory = directory;
        this.changed = changed;
        this.files = files;
        this.training = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                BotWatch::worker,
                new ThreadPoolExecutor.DiscardPolicy());
        this.debounce = new Debounce(timers, QUIET, () -> training.execute(this::reload));
    }

    /**
     * Begins to watch a directory, the folders in it and those in them.
     *
     * @param changed is run when something changed; may block
     *
     * @throws IOException if the machine allows no further watch
     */
    public static BotWatch start(Path directory, Runnable changed, Timers timers) throws IOException {
        WatchService files = directory.getFileSystem().newWatchService();
        BotWatch watch = new BotWatch(directory.toRealPath(), changed, timers, files);
        watch.register();
        Thread thread = new Thread(watch::waitForChanges, "bot-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "bot-training");
        thread.setDaemon(true);
        return thread;
    }

    private void waitForChanges() {
        try {
            while (true) {
                WatchKey key = files.take();
                key.pollEvents();
                key.reset();
                register();
                debounce.touch();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // The watch was closed.
        } catch (IOException | RuntimeException e) {
            LOG.fault(Event.WATCH_ENDED, e);
        }
    }

    /** Watches the directory and the folders below; what is watched already stays so. */
    private void register() throws IOException {
        WatchEvent.Kind<?>[] changes = CHANGES.toArray(new WatchEvent.Kind<?>[0]);
        try (Stream<Path> folders = Files.walk(directory, DEPTH)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                folder.register(files, changes);
            }
        } catch (UncheckedIOException e) {
            // A folder went while it was looked into, of which there will be news.
        }
    }

    private void reload() {
        try {
            changed.run();
        } catch (RuntimeException e) {
            LOG.fault(Event.BOT_REFUSED, e);
        }
    }

    /** Ends the watch. A reload under way comes to its end first, on its own thread. */
    @Override
    public void close() {
        debounce.close();
        training.shutdown();
        try {
            files.close();
        } catch (IOException e) {
            LOG.fault(Event.WATCH_ENDED, e);
        }
    }
}
