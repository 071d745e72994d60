package dev.sotto.speech.embedded;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.graph.PromptGrammar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An ear on disk: which words it knows and where its models lie. Reading one takes milliseconds, for the models are
 * neither read nor checked before somebody listens with them. Immutable.
 */
public final class CompiledEar implements EarPlan {

    private final EarFolder bot;
    private final EarFolder prompts;

    private CompiledEar(EarFolder bot, EarFolder prompts) {
        this.bot = bot;
        this.prompts = prompts;
    }

    /**
     * Reads an ear.
     *
     * @param folder of the bot
     * @param prompts of the answers to what any bot may ask
     * @throws DamagedEarException if one is not there, of another version, or not what was written
     */
    static CompiledEar read(Path folder, Path prompts) {
        EarFolder bot = EarFolder.read(folder);
        if (!bot.has(EarPart.MAIN)) {
            throw new DamagedEarException("it has no words");
        }
        return new CompiledEar(bot, EarFolder.read(prompts));
    }

    /** Returns where it lies. */
    public Path folder() {
        return bot.path();
    }

    /** Returns where the model lies that hears all of the bot's words in clear audio. */
    public Path model(Band band) {
        return bot.path().resolve(bot.part(EarPart.MAIN).model(band, false));
    }

    /** Returns the language it hears. */
    public Locale locale() {
        return bot.manifest().locale();
    }

    /** Returns what it hears: audio of one channel, of each rate that its models serve. */
    @Override
    public Capabilities capabilities() {
        Set<AudioFormat> formats = AudioFormat.HEARD.stream()
                .filter(format -> bot.hears(Band.of(format.sampleRate())))
                .collect(Collectors.toUnmodifiableSet());
        return new Capabilities(
                Set.of(locale()), formats, Set.of(Capabilities.Feature.HINTS, Capabilities.Feature.PARTIALS));
    }

    @Override
    public List<EarPart> parts(Hints hints) {
        List<EarPart> parts = new ArrayList<>();
        hints.asked().flatMap(this::answers).ifPresent(parts::add);
        parts.add(bot.part(EarPart.MAIN));
        return parts;
    }

    private Optional<EarPart> answers(SlotTypeName type) {
        return bot.answers(type).or(() -> prompts.answers(PromptGrammar.soundsLike(type)));
    }

    @Override
    public List<String> words(EarPart part, List<Integer> numbers) {
        List<String> all = (part.ear().equals(bot.path()) ? bot : prompts).words(part.name());
        for (int number : numbers) {
            if (number < 1 || number >= all.size()) {
                throw new IllegalArgumentException("a word that the ear does not have");
            }
        }
        return numbers.stream().map(number -> all.get(number - 1)).toList();
    }
}
