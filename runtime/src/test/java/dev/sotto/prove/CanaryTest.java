package dev.sotto.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./sotto prove} does, on a real server. It waits for less long, but long enough for a sweep. */
@Timeout(300)
final class CanaryTest {

    private static final Duration QUIET = Duration.ofSeconds(12);

    /** A place or two may be left where no object fits into, and is told of; thousands would be a leak. */
    private static final int CORNERS = 10;

    @TempDir
    private Path temp;

    @Test
    void nothingOfWhatWasSaidIsLeftBehind() throws Exception {
        Findings findings;
        try (ForkedServer server = ForkedServer.start(temp)) {
            Proof proof = new Proof(server.pid(), List.of(temp), server.pages(), QUIET, step -> {});

            findings = proof.run(server.client(), Optional.of(server.calls()), List.of(ForkedServer.bot()));
        }

        Findings.Spoken spoken = findings.spoken().orElseThrow();

        // First that the search finds what there is to be found.
        assertThat(findings.turns()).isGreaterThan(10);
        assertThat(findings.control().found()).isGreaterThan(10);
        assertThat(spoken.turns()).isPositive();
        assertThat(spoken.words().found()).isPositive();
        assertThat(spoken.serverSound().found()).isPositive();
        assertThat(spoken.workerSound().found()).isPositive();
        Findings.Called called = spoken.called().orElseThrow();
        assertThat(called.serverSound().found()).isPositive();
        assertThat(called.workerSound().found()).isPositive();
        assertThat(findings.plantedFile()).isTrue();
        assertThat(findings.log()).isEqualTo(Findings.Log.SEARCHED);

        assertThat(findings.kept().files().searched()).isPositive();
        assertThat(findings.kept().files().found()).isZero();
        assertThat(findings.kept().pages().searched()).isPositive();
        assertThat(findings.kept().pages().found()).isZero();
        assertThat(findings.kept().liveHeap().searched()).isPositive();
        assertThat(findings.kept().liveHeap().found()).isZero();
        assertThat(spoken.liveWorkers().searched()).isPositive();
        assertThat(spoken.liveWorkers().found()).isZero();
        assertThat(findings.raw().total().found()).isLessThan(CORNERS);
        assertThat(spoken.workers().total().searched()).isPositive();
        assertThat(spoken.workers().total().found()).isLessThan(CORNERS);
        assertThat(findings.connections()).isEmpty();
    }
}
