package dev.sotto.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a list of recordings: an object of {@code intent} and {@code slots} by file name, or a table with tabs whose first
 * line names the columns, {@code file} and {@code transcript} or {@code slots} among them. A complaint tells the place and
 * never the text.
 */
final class SpokenList {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private SpokenList() {}

    /** Returns the recordings of a file of labels, in the order of their names. */
    static List<SpokenRow> labels(Path labels, Path folder) {
        JsonNode all = json(TextFile.read(labels), labels.toString());
        Map<String, SpokenRow> rows = new TreeMap<>();
        all.fieldNames()
                .forEachRemaining(name -> rows.put(
                        name,
                        new SpokenRow(
                                name,
                                recording(folder, name, labels + ": " + name),
                                Optional.empty(),
                                Optional.of(wanted(all.get(name), labels + ": " + name)))));
        return some(List.copyOf(rows.values()), labels);
    }

    /** Returns the recordings of a table, in its order; their names are paths as seen from the table's folder. */
    static List<SpokenRow> manifest(Path manifest) {
        Path folder = manifest.toAbsolutePath().normalize().getParent();
        List<String> lines = TextFile.read(manifest).lines().toList();
        List<String> columns = lines.isEmpty() ? List.of() : cells(lines.get(0));
        if (folder == null || !columns.contains("file")) {
            throw CommandException.wrongUse(manifest + ":1: found no column file; expected the names of the columns");
        }
        List<SpokenRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(cells(lines.get(i)), columns, folder, manifest + ":" + (i + 1)));
            }
        }
        return some(rows, manifest);
    }

    private static SpokenRow row(List<String> cells, List<String> columns, Path folder, String place) {
        String name = cell(cells, columns, "file")
                .orElseThrow(() -> CommandException.wrongUse(place + ": found no file; expected one"));
        return new SpokenRow(
                name,
                recording(folder, name, place),
                cell(cells, columns, "transcript"),
                cell(cells, columns, "slots").map(text -> wanted(json(text, place), place)));
    }

    private static Optional<String> cell(List<String> cells, List<String> columns, String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= cells.size() || cells.get(at).isBlank() ? Optional.empty() : Optional.of(cells.get(at));
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }

    private static SpokenRow.Wanted wanted(JsonNode label, String place) {
        if (!label.path("intent").isTextual()) {
            throw CommandException.wrongUse(place + ": found no intent; expected intent and slots");
        }
        Map<String, String> slots = new TreeMap<>();
        label.path("slots")
                .properties()
                .forEach(slot -> slots.put(slot.getKey(), slot.getValue().asText()));
        return new SpokenRow.Wanted(label.path("intent").textValue(), slots);
    }

    private static Path recording(Path folder, String name, String place) {
        Path recording = folder.resolve(name).normalize();
        if (!recording.startsWith(folder.normalize()) || !Files.isRegularFile(recording)) {
            throw CommandException.wrongUse(place + ": found no such recording in " + folder);
        }
        return recording;
    }

    private static List<SpokenRow> some(List<SpokenRow> rows, Path file) {
        if (rows.isEmpty()) {
            throw CommandException.wrongUse(file + ": found no recording; expected at least one");
        }
        return rows;
    }

    private static JsonNode json(String text, String place) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // Its message would quote the file.
        }
        throw CommandException.wrongUse(place + ": found no JSON object; expected one");
    }
}
