package dev.sotto.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.config.ListenAddress;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where a running server tells other commands of this machine where it is. Holds addresses and a process id only. */
public final class RunFile {

    private static final EventLog LOG = EventLog.of(Component.SERVER);
    private static final String NAME = "server.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** @param directory the server's own, {@code storage.directory} */
    public RunFile(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /**
     * A server that is running.
     *
     * @param pid its process
     * @param url where people find it
     * @param management where those find it who look after it
     * @param calls where it takes telephone calls, if it does
     */
    public record Running(long pid, URI url, URI management, Optional<ListenAddress> calls) {}

    /** Writes it in place of what was there. Where that cannot be done, other commands have to be told the address. */
    public void write(Running running) {
        try {
            Path fresh = file.resolveSibling(NAME + "." + running.pid());
            ObjectNode node = JsonNodeFactory.instance
                    .objectNode()
                    .put("pid", running.pid())
                    .put("url", running.url().toString())
                    .put("management", running.management().toString());
            running.calls().ifPresent(calls -> node.put("calls", calls.toString()));
            Files.writeString(fresh, node.toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn(Event.RUNFILE_UNWRITABLE, Field.file(file));
        }
    }

    /** Removes it, if it still tells of this process. */
    public void remove(long pid) {
        try {
            if (read().map(Running::pid).filter(own -> own == pid).isPresent()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn(Event.RUNFILE_UNWRITABLE, Field.file(file));
        }
    }

    /** Returns the server that it tells of, if that is alive. */
    public Optional<Running> read() {
        try {
            JsonNode node = JSON.readTree(file.toFile());
            long pid = node.path("pid").asLong();
            return ProcessHandle.of(pid).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Running(
                            pid,
                            URI.create(node.path("url").asText()),
                            URI.create(node.path("management").asText()),
                            ListenAddress.parse(node.path("calls").asText())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
