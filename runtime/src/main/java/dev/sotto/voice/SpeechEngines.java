package dev.sotto.voice;

import dev.sotto.bot.Bot;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.activity.VoiceDetector;

/** The engines of speech of one machine. Blocking; safe for many threads. */
public interface SpeechEngines extends AutoCloseable {

    /** Returns what tells voices from everything else. */
    VoiceDetector detector();

    /**
     * Returns what hears a bot: from the cache, or made, which takes seconds of CPU.
     *
     * @throws VoicelessException if this bot cannot be spoken to
     */
    Recognizer ear(TrainingSet bot) throws VoicelessException;

    /**
     * Returns the voice of a bot.
     *
     * @throws VoicelessException if there is none
     */
    BotVoice voice(Bot bot, AudioFormat speak) throws VoicelessException;

    /** Has the voice of a bot speak ahead what it always says. Takes as long as it takes to speak it, the first time. */
    void rehearse(Bot bot);

    /** Returns how many lines this machine carries, at least one. */
    int lines();

    /** Ends everything. */
    @Override
    void close();
}
