package dev.sotto.voice;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Recognizer;

/** One bot as it hears and speaks. Safe for many threads. */
public interface BotSpeech {

    /** Returns what hears it. */
    Recognizer ear();

    /** Returns its voice. Does not wait. */
    BotVoice voice(AudioFormat speak);

    /** Speaks ahead what the bot always says. Blocking; takes as long as it takes to speak it, the first time. */
    void rehearse();
}
