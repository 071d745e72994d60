package dev.sotto.prove;

import java.util.List;
import java.util.Optional;

/**
 * What a proof came to.
 *
 * @param turns inputs that held the mark
 * @param control how often the mark was found in memory while sessions were alive; a proof with none proves nothing
 * @param spoken what came of the same by voice; nothing where no bot can be spoken to
 * @param plantedFile whether the same search found a file that was planted
 * @param kept searched and found in what must hold nothing
 * @param log whether the server's log could be searched
 * @param raw what was in all of memory at the end, by whose it is
 * @param connections with others than this machine
 * @param trace how closely connections and files were watched
 * @param plantedConnection whether the same watch found a connection that was planted
 */
public record Findings(
        int turns,
        MarkSearch.Count control,
        Optional<Spoken> spoken,
        boolean plantedFile,
        Kept kept,
        Log log,
        MemoryCounts raw,
        List<String> connections,
        Trace trace,
        boolean plantedConnection) {

    public Findings {
        connections = List.copyOf(connections);
    }

    /**
     * What must hold nothing of what was said.
     *
     * @param files those that the server may have written
     * @param pages metrics and health
     * @param liveHeap objects that were alive after the sessions
     */
    public record Kept(MarkSearch.Count files, MarkSearch.Count pages, MarkSearch.Count liveHeap) {

        /** Returns all together. */
        public MarkSearch.Count total() {
            return files.plus(pages).plus(liveHeap);
        }
    }

    /**
     * What was found of speech. What {@link Kept} and the memory at the end hold of it is counted there.
     *
     * @param turns that were heard
     * @param words how often what was heard was found while sessions were alive
     * @param serverSound how often pieces of the audio were found in the server while somebody spoke
     * @param workerSound how often in the processes that listen
     * @param called what was found of a telephone call; nothing where none could be made
     * @param liveWorkers what was left in these processes' live objects after the sessions
     * @param workers what was in all of these processes' memory at the end, by whose it is
     */
    public record Spoken(
            int turns,
            MarkSearch.Count words,
            MarkSearch.Count serverSound,
            MarkSearch.Count workerSound,
            Optional<Called> called,
            MarkSearch.Count liveWorkers,
            MemoryCounts workers) {

        boolean proves() {
            return words.found() > 0
                    && serverSound.found() > 0
                    && workerSound.found() > 0
                    && called.map(Called::proves).orElse(true);
        }
    }

    /**
     * What was found of a telephone call while it lived.
     *
     * @param serverSound how often pieces of the audio were found in the server
     * @param workerSound how often in the processes that listen
     */
    public record Called(MarkSearch.Count serverSound, MarkSearch.Count workerSound) {

        boolean proves() {
            return serverSound.found() > 0 && workerSound.found() > 0;
        }
    }

    /** Whether the log could be searched. */
    public enum Log {
        SEARCHED,
        /** It goes to a terminal or to another program. */
        ELSEWHERE
    }

    /** How closely the process was watched. */
    public enum Trace {
        /** Every system call that connects or opens. */
        CALLS,
        /** Its sockets, fifty times a second. */
        SOCKETS
    }

    /** Returns whether the proof could have found what it looked for. */
    public boolean proves() {
        return control.found() > 0 && spoken.map(Spoken::proves).orElse(true) && plantedFile && plantedConnection;
    }

    /** Returns whether nothing was found. */
    public boolean clean() {
        return kept.total().found() == 0
                && spoken.map(found -> found.liveWorkers.found() == 0).orElse(true)
                && connections.isEmpty();
    }
}
