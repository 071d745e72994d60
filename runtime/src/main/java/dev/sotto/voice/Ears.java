package dev.sotto.voice;

import dev.sotto.bot.Bot;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.embedded.EarPlan;

/** What bots are heard with. Blocking; safe for many threads. */
interface Ears {

    /**
     * Returns what hears a bot, made if it is not there yet.
     *
     * @throws VoicelessException if the bot cannot be heard
     */
    EarPlan of(Bot bot, TrainingSet utterances) throws VoicelessException;

    /** Returns how much room one model for all bots takes; 0 if there is none. */
    long modelBytes();

    /** Returns how many lines there may be for each processor. */
    int linesPerProcessor();
}
