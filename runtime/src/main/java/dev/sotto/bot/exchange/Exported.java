package dev.sotto.bot.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.bot.Bot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A bot as an export of Lex V2, and the account of it.
 *
 * @param files the content of each file, by its name in the archive
 * @param left what is not in the export, each with its place in the bot
 */
public record Exported(Map<String, JsonNode> files, List<String> left) {

    /** Every entry has the same moment, so that a bot has one archive. */
    private static final LocalDateTime MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);

    public Exported {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        left = List.copyOf(left);
    }

    /**
     * Translates a bot.
     *
     * @param locales the bot in each of its locales
     */
    public static Exported of(List<Bot> locales) {
        Map<String, JsonNode> files = new LinkedHashMap<>();
        Set<String> left = new LinkedHashSet<>();
        for (Bot bot : locales) {
            Exported one = new BotWriter(bot).write();
            one.files().forEach(files::putIfAbsent);
            one.left().stream()
                    .filter(line -> !left.contains(line))
                    .map(line ->
                            bot.equals(locales.get(0)) ? line : bot.locale().toLanguageTag() + ": " + line)
                    .forEach(left::add);
        }
        return new Exported(files, List.copyOf(left));
    }

    /** Returns the archive that Lex takes. */
    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, JsonNode> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(MOMENT);
                zip.putNextEntry(entry);
                zip.write(file.getValue().toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stream in memory never fails", e);
        }
        return bytes.toByteArray();
    }
}
