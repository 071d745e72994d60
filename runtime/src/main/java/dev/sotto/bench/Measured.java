package dev.sotto.bench;

import dev.sotto.process.ProcessFigures;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One side while it is being measured. Used by one thread; blocking. */
final class Measured implements AutoCloseable {

    /** One hiccup of the machine says nothing about a server. */
    private static final int ATTEMPTS = 2;

    private final Side side;
    private final TurnsSettings settings;
    private final Consumer<String> progress;
    private final OpenLoop loop = new OpenLoop(Pace.real());
    private final List<TurnsRun> runs = new ArrayList<>();
    private final HeldOut.Score score;
    private Crowd crowd;

    private Measured(Side side, TurnsSettings settings, Consumer<String> progress, HeldOut.Score score, Crowd crowd) {
        this.side = side;
        this.settings = settings;
        this.progress = progress;
        this.score = score;
        this.crowd = crowd;
    }

    /** Has a side read what it was not trained with, and brings people to it. */
    static Measured prepare(Side side, TurnsSettings settings, HeldOut heldOut, Consumer<String> progress)
            throws IOException, TimeoutException {
        progress.accept(side.name() + ": held-out lines, then warming up");
        HeldOut.Score score = heldOut.score(side::intent);
        Measured measured = new Measured(side, settings, progress, score, side.gather(settings.people()));
        measured.turns(settings.rate(), settings.warmUp());
        return measured;
    }

    /** Measures one run at the settings' rate. */
    void run() throws IOException, TimeoutException {
        long server = side.process().cpuMicros();
        long own = ProcessFigures.cpuMicros(ProcessHandle.current().pid());
        Latencies latencies = turns(settings.rate(), settings.length());
        double turns = latencies.turns();
        double serverMicros = (side.process().cpuMicros() - server) / turns;
        double ownMicros = (ProcessFigures.cpuMicros(ProcessHandle.current().pid()) - own) / turns;
        TurnsRun run = new TurnsRun(latencies, serverMicros, ownMicros);
        runs.add(run);
        progress.accept(String.format(
                Locale.ROOT,
                "%s: run %d of %d: p50 %.2f ms, p99 %.2f ms, %.0f us of CPU a turn",
                side.name(),
                runs.size(),
                settings.runs(),
                run.p50(),
                run.p99(),
                run.cpuMicros()));
    }

    /** Looks for the highest rate that it bears, and sums up. */
    TurnsFigures finish() throws IOException, TimeoutException {
        long resident = side.process().residentKib();
        Saturation saturation = Saturation.search(settings.rate(), settings.most(), this::bears);
        return new TurnsFigures(runs, saturation, score, resident);
    }

    private boolean bears(double rate) throws IOException, TimeoutException {
        boolean bears = false;
        for (int attempt = 0; attempt < ATTEMPTS && !bears; attempt++) {
            bears = bearsOnce(rate);
        }
        progress.accept(String.format(
                Locale.ROOT, "%s: %.0f turns a second %s", side.name(), rate, bears ? "borne" : "are too many"));
        return bears;
    }

    private boolean bearsOnce(double rate) throws IOException, TimeoutException {
        Latencies latencies = turns(rate, settings.trial());
        return latencies.refusals().isEmpty() && latencies.within(0.99) <= TurnsSettings.TOO_SLOW_MS;
    }

    private Latencies turns(double rate, Duration length) throws IOException, TimeoutException {
        Latencies latencies = loop.run(crowd, Schedule.of(rate, length));
        if (!latencies.refusals().isEmpty()) {
            // Who was refused has lost the thread: a refused input is to be sent again before any other.
            crowd.close();
            crowd = side.gather(settings.people());
        }
        return latencies;
    }

    @Override
    public void close() {
        crowd.close();
    }
}
