package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.process.ProcessFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that something was measured on; a figure without it is worth nothing. */
final class Machine {

    private Machine() {}

    static ObjectNode describe() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("cpu", ProcessFigures.processor())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("memory", ProcessFigures.memory())
                .put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("java", System.getProperty("java.runtime.version"))
                .put("load", load());
    }

    /** Returns how many processes wanted a processor in the last minute, as the system tells it; others' among them. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException e) {
            return "unknown";
        }
    }
}
