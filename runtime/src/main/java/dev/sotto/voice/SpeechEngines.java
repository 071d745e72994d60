package dev.sotto.voice;

import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.activity.VoiceDetector;
import java.util.Locale;

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
     * Returns the voice of bots that speak a language.
     *
     * @throws VoicelessException if there is none
     */
    BotVoice voice(Locale locale, AudioFormat speak) throws VoicelessException;

    /** Returns how many lines this machine carries, at least one. */
    int lines();

    /** Ends everything. */
    @Override
    void close();
}
