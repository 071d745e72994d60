package dev.sotto.voice;

import dev.sotto.bot.Bot;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.activity.VoiceDetector;
import java.util.Collection;

/** The engines of speech of one machine. Blocking; safe for many threads. */
public interface SpeechEngines extends AutoCloseable {

    /** Returns what tells voices from everything else. */
    VoiceDetector detector();

    /**
     * Returns what hears a bot and speaks for it. Its ear comes from the cache, or is made, which takes seconds of CPU.
     *
     * @param utterances what the bot was taught
     * @throws VoicelessException if this bot cannot be spoken to
     */
    BotSpeech speech(Bot bot, TrainingSet utterances) throws VoicelessException;

    /**
     * Makes room where more is kept of what was made ahead than should be, by what is of none of these bots, the oldest
     * first. Blocking.
     *
     * @param bots those that can be talked to now
     */
    void makeRoom(Collection<Bot> bots);

    /** Returns how many lines this machine carries, at least one. */
    int lines();

    /** Ends everything. */
    @Override
    void close();
}
