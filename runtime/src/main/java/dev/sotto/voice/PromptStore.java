package dev.sotto.voice;

import dev.sotto.bot.Bot;
import dev.sotto.bot.spoken.FixedTexts;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.script.FixedText;
import dev.sotto.speech.script.ScriptRefusedException;
import dev.sotto.speech.speaker.PromptFile;
import dev.sotto.speech.speaker.RenderedPrompts;
import dev.sotto.storage.Sha256;
import dev.sotto.storage.WholeFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What bots always say, spoken ahead and kept on disk: authors' words only. A file is named after the words, the voice and
 * the engine, so that it is void when one of them changes. Safe for many threads.
 */
final class PromptStore {

    /** Audio of one bot in one voice; some eight minutes on the web. */
    static final long MOST_BYTES = 16L << 20;

    /** Most bytes of all files; beyond it those of bots that nobody can talk to go, the oldest first. */
    static final long MOST_BYTES_KEPT = 1L << 30;

    private static final String FILE = ".prompts";
    private static final int NAME_DIGITS = 32;

    private final Path directory;
    private final long mostKept;
    private final Synthesizer synthesizer;

    /** A voice in one format. */
    record Sound(Voice voice, AudioFormat format) {}

    PromptStore(Path directory, Synthesizer synthesizer) {
        this(directory, synthesizer, MOST_BYTES_KEPT);
    }

    PromptStore(Path directory, Synthesizer synthesizer, long mostKept) {
        this.directory = directory;
        this.mostKept = mostKept;
        this.synthesizer = synthesizer;
    }

    /**
     * Speaks all that a bot always says, or reads it; takes as long as it takes to speak it.
     *
     * @param prompts takes what there will be, before it is spoken: what is there already helps while the rest is not
     * @return whether all is there
     */
    boolean rehearse(Bot bot, Voice voice, AudioFormat format, Consumer<RenderedPrompts> prompts) throws IOException {
        FixedTexts texts = FixedTexts.of(bot);
        Path file = file(texts, voice, format);
        Optional<RenderedPrompts> kept = read(file);
        if (kept.isPresent()) {
            prompts.accept(kept.get());
            return true;
        }
        RenderedPrompts fresh = new RenderedPrompts(MOST_BYTES);
        prompts.accept(fresh);
        boolean complete = true;
        for (FixedText text : texts.texts()) {
            complete &= isRendered(fresh, text, bot, voice, format);
        }
        if (complete) {
            WholeFile.write(file, out -> PromptFile.write(fresh, out));
        }
        return complete;
    }

    /**
     * Removes files of other bots than these, the oldest first, until there are no more bytes than may be.
     *
     * @param bots those that can be talked to, whose files stay whatever they come to
     */
    void makeRoom(Collection<Bot> bots, Collection<Sound> sounds) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> files = oldestFirst();
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        if (bytes <= mostKept) {
            return;
        }
        Set<Path> needed = new HashSet<>();
        for (Bot bot : bots) {
            FixedTexts texts = FixedTexts.of(bot);
            sounds.forEach(sound -> needed.add(file(texts, sound.voice(), sound.format())));
        }
        for (Path file : files) {
            if (bytes > mostKept && !needed.contains(file)) {
                bytes -= Files.size(file);
                Files.delete(file);
            }
        }
    }

    private List<Path> oldestFirst() throws IOException {
        Map<Path, FileTime> written = new HashMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + FILE)) {
            for (Path file : found) {
                written.put(file, Files.getLastModifiedTime(file));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return written.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Path file(FixedTexts texts, Voice voice, AudioFormat format) {
        return directory.resolve(key(texts, voice, format) + FILE);
    }

    /** What the engine failed at is tried again when it is to be heard. */
    private boolean isRendered(RenderedPrompts prompts, FixedText text, Bot bot, Voice voice, AudioFormat format) {
        try {
            prompts.render(text, bot.locale(), synthesizer, voice, format);
            return true;
        } catch (ScriptRefusedException e) {
            // It cannot be spoken, now or later.
            return true;
        } catch (SynthesisFailedException e) {
            return false;
        }
    }

    private static Optional<RenderedPrompts> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return PromptFile.read(in, MOST_BYTES);
        }
    }

    private String key(FixedTexts texts, Voice voice, AudioFormat format) {
        String all = synthesizer.edition() + '\0' + voice.name() + '\0' + format.sampleRate() + '\0' + texts.whole();
        return Sha256.of(all).substring(0, NAME_DIGITS);
    }
}
