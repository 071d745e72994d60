package dev.sotto.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.config.ListenAddress;
import dev.sotto.config.ServerConfig;
import dev.sotto.metrics.Metrics;
import dev.sotto.testing.FakeTimers;
import dev.sotto.testing.RunningServer;
import dev.sotto.tls.Certificates;
import dev.sotto.yaml.Problems;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstHandshakeTest {

    private static final int TLS_HANDSHAKE = 22;

    @TempDir
    private Path state;

    private Certificates certificates;

    @BeforeEach
    void makeCertificate() {
        certificates = Certificates.load(
                        new ServerConfig.Tls.Development(), state, new FakeTimers(), new Metrics(), new Problems())
                .orElseThrow();
    }

    @Test
    void isMadeWithThePortOfTheServerAndNeverFails() throws IOException {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<Void> handshake =
                    FirstHandshake.begin(new ListenAddress("127.0.0.1", 0), port.getLocalPort(), certificates);

            try (Socket client = port.accept();
                    InputStream in = client.getInputStream()) {
                assertThat(in.read()).isEqualTo(TLS_HANDSHAKE);
            }
            RunningServer.await(handshake);
        }
    }

    @Test
    void isNotMadeByAServerThatIsNotOnLoopback() {
        assertThat(FirstHandshake.begin(new ListenAddress("0.0.0.0", 0), 1, certificates)
                        .isComplete())
                .isTrue();
    }
}
