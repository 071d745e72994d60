package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Bot;
import dev.sotto.client.ClientLoop;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Measures how long turns take at a steady rate, how many there can be, how well they are understood, and the same of a
 * peer. Both servers are up all the time and measured in turns, so that a slow minute of the machine falls on both.
 * Blocking.
 */
public final class TurnsBench {

    private static final int PATIENCE_S = 30;

    private final Path root;
    private final Path bots;
    private final Bot bank;
    private final TurnsSettings settings;
    private final Consumer<String> progress;

    /**
     * Prepares it.
     *
     * @param root the folder with the launcher and {@code bench/}
     * @param bots the directory with the bank's folder
     * @param bank that bot
     * @param progress is told what is being done
     */
    public TurnsBench(Path root, Path bots, Bot bank, TurnsSettings settings, Consumer<String> progress) {
        this.root = root;
        this.bots = bots;
        this.bank = bank;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @throws IOException if a server does not start, or refuses what it should not
     */
    public ObjectNode run() throws IOException, TimeoutException {
        ObjectNode result =
                JsonNodeFactory.instance.objectNode().put("bench", "turns").set("machine", Machine.describe());
        result.set("settings", settings.asJson());
        HeldOut heldOut = HeldOut.read(root.resolve("bench").resolve("bank.tsv"));
        Vertx vertx = ClientLoop.start();
        try (SottoSide sotto = SottoSide.start(vertx, root, bots)) {
            if (settings.peer() == Peer.NONE) {
                measure(List.of(sotto), heldOut, result);
            } else {
                try (NlpJsSide nlpJs = NlpJsSide.start(vertx, root, bank, sotto.identity(), progress)) {
                    measure(List.of(sotto, nlpJs), heldOut, result);
                }
            }
        } finally {
            vertx.close().await(PATIENCE_S, TimeUnit.SECONDS);
        }
        return result.put("load_after", Machine.load());
    }

    /** Measures the sides; the first is compared with the others. */
    private void measure(List<Side> sides, HeldOut heldOut, ObjectNode result) throws IOException, TimeoutException {
        List<Measured> all = new ArrayList<>();
        try {
            for (Side side : sides) {
                all.add(Measured.prepare(side, settings, heldOut, progress));
            }
            for (int run = 0; run < settings.runs(); run++) {
                for (Measured each : all) {
                    each.run();
                }
            }
            List<TurnsFigures> figures = new ArrayList<>();
            for (Measured each : all) {
                figures.add(each.finish());
            }
            for (int i = 0; i < figures.size(); i++) {
                result.set(sides.get(i).name(), figures.get(i).asJson());
            }
            if (figures.size() > 1) {
                result.set("ratio", figures.get(0).ratioTo(figures.get(1)));
            }
        } finally {
            all.forEach(Measured::close);
        }
    }
}
