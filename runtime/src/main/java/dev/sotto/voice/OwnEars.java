package dev.sotto.voice;

import dev.sotto.bot.Bot;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.embedded.EarPlan;
import dev.sotto.speech.embedded.EarStore;
import dev.sotto.speech.embedded.UnspeakableException;
import dev.sotto.speech.frontend.Band;
import dev.sotto.voice.VoicelessException.Reason;
import java.io.IOException;
import java.util.EnumSet;

/** The ears that come along, one for each bot. */
record OwnEars(EarStore store) implements Ears {

    /** A turn takes a tenth of the time it lasts, and most of a call is silence (measured). */
    private static final int LINES_PER_PROCESSOR = 4;

    @Override
    public EarPlan of(Bot bot, TrainingSet utterances) throws VoicelessException {
        try {
            return store.ear(utterances, bot.lexicon(), EnumSet.allOf(Band.class));
        } catch (UnspeakableException e) {
            throw new VoicelessException(Reason.UNSPEAKABLE, e);
        } catch (IOException e) {
            throw new VoicelessException(Reason.FAILED, e);
        }
    }

    @Override
    public long modelBytes() {
        return 0;
    }

    @Override
    public int linesPerProcessor() {
        return LINES_PER_PROCESSOR;
    }
}
