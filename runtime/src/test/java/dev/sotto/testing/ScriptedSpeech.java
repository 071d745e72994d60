package dev.sotto.testing;

import dev.sotto.bot.Bot;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.activity.VoiceDetector;
import dev.sotto.voice.BotSpeech;
import dev.sotto.voice.BotVoice;
import dev.sotto.voice.SpeechEngines;
import java.util.Collection;

/** Hears what a test says, and says everything in one tone. Safe for many threads. */
public final class ScriptedSpeech implements SpeechEngines {

    /** What it hears with. */
    public final ScriptedEar ear = new ScriptedEar();

    private final int lines;
    private final int millis;

    /**
     * @param lines as many as it carries
     */
    public ScriptedSpeech(int lines) {
        this(lines, Monotone.MILLIS);
    }

    /**
     * @param lines as many as it carries
     * @param millis how long it takes to say anything
     */
    public ScriptedSpeech(int lines, int millis) {
        this.lines = lines;
        this.millis = millis;
    }

    @Override
    public VoiceDetector detector() {
        return new LoudnessDetector();
    }

    @Override
    public BotSpeech speech(Bot bot, TrainingSet utterances) {
        return new BotSpeech() {
            @Override
            public Recognizer ear() {
                return ear;
            }

            @Override
            public BotVoice voice(AudioFormat speak) {
                return new Monotone(speak, millis);
            }

            @Override
            public void rehearse() {}
        };
    }

    @Override
    public void makeRoom(Collection<Bot> bots) {}

    @Override
    public int lines() {
        return lines;
    }

    @Override
    public void close() {}
}
