package dev.sotto.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sotto.nlu.evaluation.LabelledText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file of labelled texts that an operator brings: a text, a tab and an intent to a line, or, where its name ends in
 * {@code .jsonl}, an object to a line with {@code text}, {@code intent} and {@code slots}. A complaint tells the place
 * and never the text. Confined to one call.
 */
final class LabelledFile {

    /** More problems than this tell nothing new. */
    private static final int MAX_PROBLEMS = 20;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    private LabelledFile(Path file) {
        this.file = file;
    }

    /** Returns the texts, at least one that is not blank, or refuses with everything that is wrong. */
    static List<LabelledText> read(Path file) {
        return new LabelledFile(file).texts();
    }

    private List<LabelledText> texts() {
        List<String> lines = TextFile.read(file).lines().toList();
        boolean json = file.toString().endsWith(".jsonl");
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < lines.size() && problems.size() < MAX_PROBLEMS; i++) {
            if (!lines.get(i).isBlank()) {
                LabelledText text = json ? ofJson(lines.get(i), i + 1) : ofTabbed(lines.get(i), i + 1);
                texts.add(text);
            }
        }
        if (problems.isEmpty() && texts.stream().allMatch(text -> text.text().isBlank())) {
            problems.add(file + ": found no text; expected at least one");
        }
        if (!problems.isEmpty()) {
            throw CommandException.wrongUse(problems);
        }
        return texts;
    }

    private LabelledText ofTabbed(String line, int number) {
        int tab = line.lastIndexOf('\t');
        if (tab < 0 || tab == line.length() - 1) {
            return wrong(number, tab < 0 ? "no tab" : "nothing behind the tab", "a text, a tab and an intent");
        }
        return LabelledText.of(line.substring(0, tab), line.substring(tab + 1));
    }

    private LabelledText ofJson(String line, int number) {
        try {
            JsonNode row = JSON.readTree(line);
            if (!row.path("text").isTextual() || !row.path("intent").isTextual()) {
                return wrong(number, "no text or no intent", "an object with text, intent and slots");
            }
            List<LabelledText.Span> spans = new ArrayList<>();
            for (JsonNode slot : row.path("slots")) {
                if (!slot.path("name").isTextual()
                        || !slot.path("start").isInt()
                        || !slot.path("end").isInt()) {
                    return wrong(number, "a slot without name, start or end", "all three");
                }
                spans.add(new LabelledText.Span(
                        slot.path("name").textValue(),
                        slot.path("start").intValue(),
                        slot.path("end").intValue()));
            }
            spans.sort(Comparator.comparingInt(LabelledText.Span::start));
            return new LabelledText(
                    row.path("text").textValue(), row.path("intent").textValue(), spans);
        } catch (JsonProcessingException e) {
            return wrong(number, "no JSON", "an object with text, intent and slots");
        } catch (IllegalArgumentException e) {
            return wrong(number, "slots that overlap, are empty or lie outside the text", "slots of the text");
        }
    }

    private LabelledText wrong(int line, String found, String expected) {
        problems.add(file + ":" + line + ": found " + found + "; expected " + expected);
        return LabelledText.of("", "");
    }
}
