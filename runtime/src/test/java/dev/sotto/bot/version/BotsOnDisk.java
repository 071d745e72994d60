package dev.sotto.bot.version;

import dev.sotto.audit.AuditEvent;
import dev.sotto.bot.BotName;
import dev.sotto.testing.ScriptedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A directory of small bots, an engine that counts, and what was audited. */
final class BotsOnDisk {

    static final BotName BANK = new BotName("bank");

    final Path directory;
    final Path cache;
    final ScriptedEngine engine = new ScriptedEngine("embedding");
    final Engines engines = new Engines(Map.of("embedding", () -> engine));
    final ConcurrentLinkedQueue<AuditEvent> audited = new ConcurrentLinkedQueue<>();

    BotsOnDisk(Path root) throws IOException {
        this.directory = Files.createDirectory(root.resolve("bots"));
        this.cache = root.resolve("cache");
    }

    BotsOnDisk write(String name, String sample) throws IOException {
        Path folder = directory.resolve(name);
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("bot.yaml"),
                "bot: " + name + "\nlocale: en-GB\nintents:\n  greet: { says: [" + sample + "], answer: Hello. }\n");
        return this;
    }

    BotDirectory bots() {
        return new BotDirectory(directory, "bots", Optional.empty());
    }

    Bots load() {
        return Bots.load(bots(), compiler(), audited::add);
    }

    BotCompiler compiler() {
        return new BotCompiler(engines, new ModelCache(cache));
    }
}
