package dev.sotto.speech.worker;

import java.util.List;

/**
 * What there is of workers.
 *
 * @param workers one for all streams, one to take its place, and those that end with their last turns
 * @param lost how many crashed, hung or grew too large so far
 */
public record WorkerFigures(List<One> workers, int lost) {

    public WorkerFigures {
        workers = List.copyOf(workers);
    }

    /**
     * One worker.
     *
     * @param resident bytes of memory, or 0 where that cannot be told
     * @param loaded bytes of models
     */
    public record One(long pid, int streams, long resident, long loaded) {}

    static WorkerFigures of(List<WorkerProcess> workers, int lost) {
        return new WorkerFigures(workers.stream().map(WorkerFigures::one).toList(), lost);
    }

    private static One one(WorkerProcess worker) {
        Message.Pong pong = worker.lastPong();
        return new One(
                worker.pid(), worker.streams(), pong == null ? 0 : pong.resident(), pong == null ? 0 : pong.loaded());
    }
}
