package dev.sotto.voice;

import dev.sotto.bot.Bot;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.activity.VoiceDetector;
import dev.sotto.speech.turntaking.Patience;
import dev.sotto.time.Timers;

/**
 * What a line is made of.
 *
 * @param bot the one that is spoken to
 * @param recognizer hears what can be said to it
 * @param ears runs the recogniser and the detector
 * @param voice is the bot's
 * @param voices runs it
 * @param onlooker sees what is decided
 */
public record LineParts(
        Bot bot,
        Recognizer recognizer,
        VoiceDetector detector,
        EngineAdapter ears,
        BotVoice voice,
        EngineAdapter voices,
        Timers timers,
        LineOnlooker onlooker) {

    /** Returns what it takes to stop the bot's voice. */
    Patience.Evidence evidence() {
        return recognizer.capabilities().features().contains(Capabilities.Feature.PARTIALS)
                ? Patience.Evidence.WORDS
                : Patience.Evidence.VOICE;
    }
}
