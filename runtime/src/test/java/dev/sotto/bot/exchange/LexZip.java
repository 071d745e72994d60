package dev.sotto.bot.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small export of a flower shop as Lex V2 writes them, to be changed by a test and written to a file. */
final class LexZip {

    static final String LOCALE = "Flowers/BotLocales/en_US/";
    static final String ORDER = LOCALE + "Intents/Order/";

    private static final Map<String, String> GERMAN = Map.ofEntries(
            Map.entry("en_US", "de_DE"),
            Map.entry("I would like", "ich möchte"),
            Map.entry("flowers please", "Blumen bitte"),
            Map.entry("All right.", "Na gut."),
            Map.entry("They are on their way.", "Sie sind unterwegs."),
            Map.entry("Which ones?", "Welche?"),
            Map.entry("How many?", "Wie viele?"),
            Map.entry("roses", "Rosen"),
            Map.entry("rose\"", "Rose\""),
            Map.entry("lilies", "Lilien"),
            Map.entry("Pardon?", "Wie bitte?"));

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    static LexZip flowers() {
        return new LexZip()
                .with("Manifest.json", """
                        {"metaData": {"schemaVersion": "1", "resourceType": "BOT", "fileFormat": "LexJson"}}""")
                .with("Flowers/Bot.json", """
                        {"name": "Flowers", "version": "DRAFT", "identifier": "ABCDEFGHIJ",
                         "dataPrivacy": {"childDirected": false}, "idleSessionTTLInSeconds": 300}""")
                .with(LOCALE + "BotLocale.json", """
                        {"name": "English (US)", "identifier": "en_US", "version": null, "voiceSettings": null,
                         "nluConfidenceThreshold": 0.5}""")
                .with(ORDER + "Intent.json", """
                        {"name": "Order", "identifier": "", "parentIntentSignature": null,
                         "sampleUtterances": [{"utterance": "I would like {Kind}"}, {"utterance": "flowers please"}],
                         "intentConfirmationSetting": {"isActive": true,
                           "promptSpecification": {"messageGroupsList": [%s], "maxRetries": 1},
                           "declinationResponse": {"messageGroupsList": [%s]}},
                         "intentClosingSetting": {"isActive": true, "closingResponse": {"messageGroupsList": [%s]}},
                         "slotPriorities": [{"priority": 2, "slotName": "Kind"}, {"priority": 1, "slotName": "Count"}]}""".formatted(
                                said("{Count} {Kind}?"), said("All right."), said("They are on their way.")))
                .with(ORDER + "Slots/Kind/Slot.json", slot("Kind", "FlowerTypes", "Which ones?"))
                .with(ORDER + "Slots/Count/Slot.json", slot("Count", "AMAZON.Number", "How many?"))
                .with(LOCALE + "SlotTypes/FlowerTypes/SlotType.json", """
                        {"name": "FlowerTypes", "slotTypeValues": [
                          {"sampleValue": {"value": "roses"}, "synonyms": [{"value": "rose"}]},
                          {"sampleValue": {"value": "lilies"}, "synonyms": null}],
                         "valueSelectionSetting": {"resolutionStrategy": "TOP_RESOLUTION", "regexFilter": null}}""")
                .with(LOCALE + "Intents/FallbackIntent/Intent.json", """
                        {"name": "FallbackIntent", "parentIntentSignature": "AMAZON.FallbackIntent",
                         "intentClosingSetting": {"isActive": true, "closingResponse": {"messageGroupsList": [%s]}}}""".formatted(said("Pardon?")));
    }

    /** Adds the same in German. */
    LexZip inGerman() {
        LexZip both = new LexZip();
        files.forEach((name, content) -> {
            both.with(name, content);
            if (name.startsWith(LOCALE)) {
                String text = new String(content, StandardCharsets.UTF_8);
                for (Map.Entry<String, String> words : GERMAN.entrySet()) {
                    text = text.replace(words.getKey(), words.getValue());
                }
                both.with(name.replace("en_US", "de_DE"), text);
            }
        });
        return both;
    }

    static String slot(String name, String type, String question) {
        return """
                {"name": "%s", "slotTypeName": "%s", "obfuscationSetting": null, "valueElicitationSetting": {
                  "slotConstraint": "Required",
                  "promptSpecification": {"messageGroupsList": [%s], "maxRetries": 2, "allowInterrupt": true}}}""".formatted(name, type, said(question));
    }

    /** A message group. */
    static String said(String text) {
        return "{\"message\": {\"plainTextMessage\": {\"value\": \"" + text + "\"}}, \"variations\": null}";
    }

    LexZip with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    LexZip with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** Replaces words in a file. */
    LexZip changed(String name, String from, String to) {
        String before = new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
        if (!before.contains(from)) {
            throw new IllegalArgumentException(from);
        }
        return with(name, before.replace(from, to));
    }

    /** Puts everything into one more folder. */
    LexZip wrapped(String folder) {
        LexZip wrapped = new LexZip();
        files.forEach((name, content) -> wrapped.with(folder + name, content));
        return wrapped;
    }

    Path in(Path folder) throws IOException {
        Path file = folder.resolve("export.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
