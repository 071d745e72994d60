package dev.sotto.voice;

import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.turntaking.MediaEvent;
import java.util.List;

/** Something that was noticed while listening, in the order of the audio. */
public sealed interface Noticed {

    /** A voice came or went, or audio has passed. */
    record Media(MediaEvent event) implements Noticed {}

    /** The recogniser tells of a turn under way. */
    record Words(long at, SpeechEvent.Partial words) implements Noticed {}

    /** The recogniser has told all about a turn. */
    record Whole(List<SpeechEvent> events) implements Noticed {

        public Whole {
            events = List.copyOf(events);
        }
    }
}
