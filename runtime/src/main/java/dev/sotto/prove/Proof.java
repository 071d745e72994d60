package dev.sotto.prove;

import dev.sotto.bot.Bot;
import dev.sotto.client.Conversation;
import dev.sotto.client.SottoClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Proves on a running server that it keeps nothing of what people say and calls nobody. It says things with a mark that
 * there never was before, looks for the mark while sessions live, for a search that finds nothing then is no search, and
 * again when all sessions are over. Blocking.
 */
public final class Proof {

    /** How long after the end of the sessions all of memory is searched. */
    public static final Duration QUIET = Duration.ofSeconds(30);

    private final long pid;
    private final List<Path> folders;
    private final Pages pages;
    private final Duration quiet;
    private final Mark mark = Mark.random();
    private final Consumer<String> progress;

    /**
     * Prepares a proof.
     *
     * @param pid the server's process
     * @param folders where the server may write
     * @param quiet how long to wait before all of memory is searched
     * @param progress is told what is being done
     */
    public Proof(long pid, List<Path> folders, Pages pages, Duration quiet, Consumer<String> progress) {
        this.pid = pid;
        this.folders = List.copyOf(folders);
        this.pages = pages;
        this.quiet = quiet;
        this.progress = progress;
    }

    /**
     * Holds the conversations and looks. Takes about half a minute longer than the quiet time.
     *
     * @param calls by which to call bots too, if the server takes calls
     * @throws UnreadableProcessException if the process cannot be looked into
     */
    public Findings run(SottoClient client, Optional<CallLine> calls, List<Bot> bots)
            throws IOException, TimeoutException {
        JavaProcess java = new JavaProcess(pid);
        ProcessMemory memory = new ProcessMemory(pid);
        java.heap();
        memory.check();
        progress.accept("planting a connection and a file, to see that they are found");
        boolean plantedConnection = PlantedConnection.isFound();
        MarkSearch search = new MarkSearch(mark);
        WrittenFiles files = new WrittenFiles(pid, folders);
        boolean plantedFile = files.findsAPlantedOne(search, mark);
        try (ProcessWatch watch = ProcessWatch.over(pid)) {
            Talk talk = new Talk(client, mark);
            List<Conversation> open = converse(talk, bots);
            progress.accept("looking for what was said while sessions live");
            MarkSearch.Count control = memory.search(search, java.heap()).total();
            SpokenProof spoken = new SpokenProof(pid, new SpokenTalk(client, calls), progress);
            spoken.speak(bots);
            for (Conversation conversation : open) {
                Talk.end(conversation);
            }
            MarkSearch all = search.and(spoken.forms());
            progress.accept("looking among live objects after the sessions");
            MarkSearch.Count live = memory.search(all, java.collect()).of(MemoryOwner.LIVE_HEAP);
            spoken.lookAmongLiveObjects();
            progress.accept("waiting " + quiet.toSeconds() + " seconds");
            LockSupport.parkNanos(quiet.toNanos());
            progress.accept("looking everywhere");
            MemoryCounts raw = memory.search(all, java.heap());
            return new Findings(
                    talk.turns(),
                    control,
                    spoken.findings(),
                    plantedFile,
                    new Findings.Kept(files.search(all, watch.written()), pages.search(all), live),
                    files.logIsAFile() ? Findings.Log.SEARCHED : Findings.Log.ELSEWHERE,
                    raw,
                    watch.connections(),
                    watch.traces() ? Findings.Trace.CALLS : Findings.Trace.SOCKETS,
                    plantedConnection);
        }
    }

    private List<Conversation> converse(Talk talk, List<Bot> bots) throws TimeoutException {
        List<Conversation> open = new ArrayList<>();
        for (Bot bot : bots) {
            progress.accept("talking to " + bot.name());
            Script script = new Script(bot, mark);
            talk.overHttp(script);
            if (open.isEmpty()) {
                talk.misbehave(script);
            }
            open.add(talk.hold(script));
        }
        return open;
    }
}
