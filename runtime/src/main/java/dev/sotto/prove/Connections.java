package dev.sotto.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets that a process has. Blocking. */
public final class Connections {

    private static final List<String> PROTOCOLS = List.of("tcp", "tcp6", "udp", "udp6");
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

    private Connections() {}

    /** Returns the connections that a process has made, and has at this moment; not those that others made to it. */
    public static List<Connection> of(long pid) throws IOException {
        Set<Long> inodes = sockets(pid);
        List<Connection> own =
                all(pid).filter(socket -> inodes.contains(socket.inode())).toList();
        Set<Integer> listening = own.stream()
                .filter(socket -> !socket.connected())
                .map(Connection::localPort)
                .collect(Collectors.toSet());
        return own.stream()
                .filter(socket -> socket.connected() && !listening.contains(socket.localPort()))
                .toList();
    }

    private static Stream<Connection> all(long pid) throws IOException {
        Stream<Connection> all = Stream.empty();
        for (String protocol : PROTOCOLS) {
            Path table = Path.of("/proc/" + pid + "/net/" + protocol);
            if (Files.exists(table)) {
                List<String> lines = Files.readAllLines(table, StandardCharsets.US_ASCII);
                all = Stream.concat(all, lines.stream().flatMap(line -> Connection.read(protocol, line).stream()));
            }
        }
        return all;
    }

    private static Set<Long> sockets(long pid) throws IOException {
        Set<Long> inodes = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                target(descriptor)
                        .map(SOCKET::matcher)
                        .filter(Matcher::matches)
                        .ifPresent(socket -> inodes.add(Long.parseLong(socket.group(1))));
            }
        }
        return inodes;
    }

    /** Returns what a descriptor stands for, unless it is closed by now. */
    private static Optional<String> target(Path descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
