package dev.sotto.prove;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Shows that the search for connections can find one, by planting one. Sends nothing to anybody. */
public final class PlantedConnection {

    /** Set aside for documentation (RFC 5737), so nobody lives there. */
    private static final InetSocketAddress NOBODY = new InetSocketAddress("192.0.2.1", 9);

    private static final int LOOKS = 250;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private PlantedConnection() {}

    /** Returns whether a connection of this very process is found by the same watch. */
    public static boolean isFound() throws IOException {
        long self = ProcessHandle.current().pid();
        try (ProcessWatch watch = ProcessWatch.over(self);
                DatagramChannel channel = DatagramChannel.open()) {
            if (connected(channel)) {
                return waitFor(watch);
            }
        }
        return isFoundHere(self);
    }

    private static boolean waitFor(ProcessWatch watch) {
        for (int i = 0; i < LOOKS && watch.connections().isEmpty(); i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return !watch.connections().isEmpty();
    }

    /** Connecting a datagram socket sends nothing; it fails only where no way leads off this machine at all. */
    private static boolean connected(DatagramChannel channel) throws IOException {
        try {
            channel.connect(NOBODY);
            return true;
        } catch (IOException e) {
            Optional<InetAddress> own = ownAddress();
            if (own.isEmpty()) {
                return false;
            }
            channel.connect(new InetSocketAddress(own.get(), NOBODY.getPort()));
            return true;
        }
    }

    private static Optional<InetAddress> ownAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
    }

    /** On a machine that has loopback and nothing else, a connection there must do. */
    private static boolean isFoundHere(long self) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, here);
                Socket client = new Socket(here, server.getLocalPort())) {
            int port = client.getPort();
            return Connections.of(self).stream().anyMatch(connection -> connection.port() == port);
        }
    }
}
