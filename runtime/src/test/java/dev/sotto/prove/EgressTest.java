package dev.sotto.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server calls nobody: every call that connects or sends is followed through a run. */
@Timeout(120)
final class EgressTest {

    @TempDir
    private Path temp;

    @Test
    void theWatchFindsAConnectionThatIsPlanted() throws Exception {
        assertThat(PlantedConnection.isFound()).isTrue();
    }

    @Test
    void aServerConnectsToNobodyWhilePeopleTalk() throws Exception {
        try (ForkedServer server = ForkedServer.start(temp);
                ProcessWatch watch = ProcessWatch.over(server.pid())) {
            Script script = new Script(ForkedServer.bot(), Mark.random());
            Talk talk = new Talk(server.client(), Mark.random());
            talk.overHttp(script);
            Talk.end(talk.hold(script));

            assertThat(talk.turns()).isGreaterThan(5);
            assertThat(watch.traces()).as("strace follows the server").isTrue();
            assertThat(watch.connections()).isEmpty();
        }
    }
}
