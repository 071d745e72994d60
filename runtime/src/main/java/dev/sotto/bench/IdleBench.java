package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Bot;
import dev.sotto.client.ClientLoop;
import dev.sotto.process.ProcessFigures;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Measures what conversations cost in memory while nobody says anything. Each is attached over a WebSocket with TLS and
 * has had one turn, so that all that a conversation needs is there. Blocking.
 */
public final class IdleBench {

    /** Files that either end has open besides the connections. */
    private static final long OTHER_FILES = 300;

    private static final int PATIENCE_S = 60;

    private final Path root;
    private final Path bots;
    private final Bot bank;
    private final Settings settings;
    private final Consumer<String> progress;

    /**
     * How it is measured.
     *
     * @param counts how many conversations, each number with servers of its own
     * @param warmUp how many people come, have a turn and leave before it counts
     * @param settle how long servers have to tidy up before their memory is looked at
     * @param peer who is measured beside Sotto
     */
    public record Settings(List<Integer> counts, int warmUp, Duration settle, Peer peer) {

        public Settings {
            counts = List.copyOf(counts);
            if (counts.isEmpty() || counts.stream().anyMatch(count -> count < 1) || warmUp < 0 || settle.isNegative()) {
                throw new IllegalArgumentException("expected numbers of sessions above zero");
            }
        }
    }

    /**
     * Prepares it.
     *
     * @param root the folder with the launcher and {@code bench/}
     * @param bots the directory with the bank's folder
     * @param bank that bot
     * @param progress is told what is being done
     */
    public IdleBench(Path root, Path bots, Bot bank, Settings settings, Consumer<String> progress) {
        this.root = root;
        this.bots = bots;
        this.bank = bank;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @throws IOException if a server does not start or refuses, or this machine allows too few connections
     */
    public ObjectNode run() throws IOException, TimeoutException {
        demandFiles();
        ObjectNode result =
                JsonNodeFactory.instance.objectNode().put("bench", "idle").set("machine", Machine.describe());
        result.putObject("settings")
                .put("session", "attached over a WebSocket with TLS, one turn done, nothing said since")
                .put("warm_up_sessions", settings.warmUp())
                .put("settle_s", settings.settle().toMillis() / 1000.0);
        ArrayNode rows = result.putArray("sessions");
        Vertx vertx = ClientLoop.start();
        try {
            for (int count : settings.counts()) {
                rows.add(measure(vertx, count));
            }
        } finally {
            vertx.close().await(PATIENCE_S, TimeUnit.SECONDS);
        }
        return result;
    }

    private void demandFiles() throws IOException {
        long needed =
                settings.counts().stream().mapToInt(Integer::intValue).max().orElseThrow() + OTHER_FILES;
        long allowed = ProcessFigures.mostOpenFiles();
        if (allowed < needed) {
            throw new IOException("a process may have " + allowed + " files open here, and needs " + needed
                    + "; raise it with ulimit -n " + needed + ", or choose fewer --sessions");
        }
    }

    private ObjectNode measure(Vertx vertx, int count) throws IOException, TimeoutException {
        try (SottoSide sotto = SottoSide.start(vertx, root, bots)) {
            ObjectNode row = JsonNodeFactory.instance.objectNode().put("count", count);
            IdleFigures ours = measure(sotto, count);
            row.set("sotto", ours.asJson());
            if (settings.peer() == Peer.NLPJS) {
                try (NlpJsSide nlpJs = NlpJsSide.start(vertx, root, bank, sotto.identity(), progress)) {
                    IdleFigures theirs = measure(nlpJs, count);
                    row.set("nlpjs", theirs.asJson());
                    Spread.put(row, "ratio", ours.kibEach() / theirs.kibEach());
                }
            }
            return row;
        }
    }

    private IdleFigures measure(Side side, int count) throws IOException, TimeoutException {
        progress.accept(side.name() + ": warming up");
        try (Crowd crowd = side.gather(settings.warmUp())) {
            crowd.sayOneThingEach();
        }
        settle();
        long before = side.process().residentKib();
        progress.accept(side.name() + ": " + count + " sessions");
        long cpu = side.process().cpuMicros();
        try (Crowd crowd = side.gather(count)) {
            crowd.sayOneThingEach();
            long cpuEach = (side.process().cpuMicros() - cpu) / count;
            long most = side.process().residentKib();
            settle();
            IdleFigures figures = new IdleFigures(
                    count,
                    count - crowd.connected(),
                    before,
                    most,
                    side.process().residentKib(),
                    cpuEach);
            progress.accept(String.format(Locale.ROOT, "%s: %.1f KiB each", side.name(), figures.kibEach()));
            return figures;
        }
    }

    private void settle() {
        Pace pace = Pace.real();
        pace.until(pace.nanos() + settings.settle().toNanos());
    }
}
