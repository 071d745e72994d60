package dev.sotto.voice;

import java.util.Locale;

/** Something cannot be spoken to, and why. */
public final class VoicelessException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public VoicelessException(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public VoicelessException(Reason reason, Throwable cause) {
        super(reason.sentence, cause);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    /** Returns why something cannot be spoken to after a failure. */
    public static Reason reasonOf(Throwable failure) {
        return failure instanceof VoicelessException voiceless ? voiceless.reason : Reason.FAILED;
    }

    /** Why something cannot be spoken to. */
    public enum Reason {
        /** The configuration says so. */
        OFF("voice.speech is off"),
        /** A native library does not load. */
        LIBRARY("a native library of speech does not load on this machine"),
        /** No recogniser or no voice speaks the language. */
        LANGUAGE("there is no recogniser or no voice for the language"),
        /** Nothing can be said to the bot, or more than can be listened for. */
        UNSPEAKABLE("the bot has no sample utterance that can be heard, or more words than can be listened for"),
        /** The model that the configuration names cannot be used. */
        MODEL("the model that voice.model names cannot be used; the log says why"),
        /** The program that the configuration names does not speak. */
        COMMAND(
                "the program that voice.command names cannot be run, or writes no audio that can be read; the log says which"),
        /** The engines failed. */
        FAILED("the engines of speech failed to start");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** Returns whether it holds until something is changed: the bot, the configuration or the machine. */
        public boolean isLasting() {
            return this != FAILED;
        }

        /** Returns it in words, for operators. */
        public String sentence() {
            return sentence;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
