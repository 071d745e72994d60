package dev.sotto.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class ConnectionTest {

    @Test
    void readsWhomASocketIsConnectedTo() {
        String line =
                "   3: 0100007F:A2C8 0A0200C0:01BB 01 00000000:00000000 00:00000000 00000000  1000   0 1836473 1 x";

        assertThat(Connection.read("tcp", line)).hasValueSatisfying(connection -> {
            assertThat(connection.describe()).isEqualTo("tcp 192.0.2.10 443");
            assertThat(connection.loopback()).isFalse();
            assertThat(connection.inode()).isEqualTo(1_836_473);
        });
    }

    @Test
    void readsAnAddressOfSixteenBytes() {
        String line =
                "   0: 00000000000000000000000000000000:1F90 B80D0120000000000000000001000000:0050 01 0:0 0:0 0 0 0 42";

        assertThat(Connection.read("tcp6", line))
                .hasValueSatisfying(c -> assertThat(c.describe()).isEqualTo("tcp6 2001:db8:0:0:0:0:0:1 80"));
    }

    @Test
    void takesAnOldAddressInANewOneForWhatItIs() {
        String line =
                "   0: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF00000100007F:0050 01 0:0 0:0 0 0 0 42";

        assertThat(Connection.read("tcp6", line))
                .hasValueSatisfying(c -> assertThat(c.loopback()).isTrue());
    }

    @Test
    void tellsListenersFromConnectionsAndPassesOverHeadings() {
        assertThat(Connection.read("tcp", "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when"))
                .isEmpty();
        assertThat(Connection.read("tcp", "   0: 0100007F:1F90 00000000:0000 0A 0:0 0:0 0 0 0 42 1"))
                .hasValueSatisfying(listener -> {
                    assertThat(listener.connected()).isFalse();
                    assertThat(listener.localPort()).isEqualTo(8080);
                });
    }

    @Test
    void findsAConnectionThatThisProcessHas() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, here);
                Socket client = new Socket(here, server.getLocalPort())) {
            assertThat(Connections.of(ProcessHandle.current().pid()))
                    .anyMatch(connection -> connection.port() == client.getPort())
                    // The other end of it is in this process too, and was not made by it.
                    .noneMatch(connection -> connection.localPort() == server.getLocalPort());
        }
    }
}
