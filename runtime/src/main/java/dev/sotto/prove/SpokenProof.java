package dev.sotto.prove;

import dev.sotto.bot.Bot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * What a proof does where bots can be spoken to: in server and workers it looks for pieces of the audio in the middle of
 * what is said, and for the words afterwards. Blocking; confined to one thread.
 */
final class SpokenProof {

    private final JavaProcess java;
    private final ProcessMemory memory;
    private final WorkerProcesses workers;
    private final SpokenTalk talk;
    private final Consumer<String> progress;
    private boolean voiced;
    private MarkSearch.Count words = MarkSearch.Count.NONE;
    private MarkSearch.Count serverSound = MarkSearch.Count.NONE;
    private MarkSearch.Count workerSound = MarkSearch.Count.NONE;
    private MarkSearch.Count liveWorkers = MarkSearch.Count.NONE;
    private Optional<Findings.Called> called = Optional.empty();

    SpokenProof(long server, SpokenTalk talk, Consumer<String> progress) {
        this.java = new JavaProcess(server);
        this.memory = new ProcessMemory(server);
        this.workers = new WorkerProcesses(server);
        this.talk = talk;
        this.progress = progress;
    }

    /** Holds the conversations, looks while they live, and ends them. */
    void speak(List<Bot> bots) throws IOException, TimeoutException {
        progress.accept("speaking");
        voiced = talk.begin(bots);
        if (!voiced) {
            return;
        }
        progress.accept("looking for what is being said");
        MarkSearch sounds = new MarkSearch(talk.sounds());
        serverSound = memory.search(sounds, java.heap()).total();
        workerSound = workers.search(sounds).total();
        if (!talk.callSounds().isEmpty()) {
            MarkSearch calls = new MarkSearch(talk.callSounds());
            called = Optional.of(new Findings.Called(
                    memory.search(calls, java.heap()).total(),
                    workers.search(calls).total()));
        }
        talk.goOn();
        if (!talk.words().isEmpty()) {
            words = memory.search(new MarkSearch(talk.words()), java.heap()).total();
        }
        talk.end();
    }

    /** Returns the bytes that must not be found from here on. */
    List<byte[]> forms() {
        List<byte[]> forms = new ArrayList<>(talk.sounds());
        forms.addAll(talk.callSounds());
        forms.addAll(talk.words());
        return forms;
    }

    void lookAmongLiveObjects() throws IOException {
        if (voiced) {
            liveWorkers = workers.searchCollected(new MarkSearch(forms())).of(MemoryOwner.LIVE_HEAP);
        }
    }

    /** Looks into all of the workers' memory and returns what this came to. */
    Optional<Findings.Spoken> findings() throws IOException {
        return voiced
                ? Optional.of(new Findings.Spoken(
                        talk.turns(),
                        words,
                        serverSound,
                        workerSound,
                        called,
                        liveWorkers,
                        workers.search(new MarkSearch(forms()))))
                : Optional.empty();
    }
}
