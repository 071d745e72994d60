package dev.sotto.channel.frame;

import dev.sotto.refusal.Refusal;
import dev.sotto.speech.AudioFormat;

/** Whether a client that offered to speak and listen may, and how. */
public sealed interface VoiceTerms {

    /** The client asked for nothing. */
    record Unasked() implements VoiceTerms {}

    /** Audio may come and go in these formats. */
    record Agreed(AudioFormat listen, AudioFormat speak) implements VoiceTerms {}

    /** There is no voice for this client; the session goes on in writing. */
    record Declined(Refusal why) implements VoiceTerms {}
}
