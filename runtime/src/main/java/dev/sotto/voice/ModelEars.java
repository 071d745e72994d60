package dev.sotto.voice;

import dev.sotto.bot.Bot;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.embedded.EarPlan;
import dev.sotto.speech.official.InstalledModel;
import dev.sotto.speech.official.ModelRefusedException;
import dev.sotto.speech.official.ModelStore;
import dev.sotto.speech.official.OfficialModel;
import dev.sotto.voice.VoicelessException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One model of the operator's for all bots. With a static graph it hears the same whatever the bot, and the log says so. */
record ModelEars(OfficialModel model) implements Ears {

    private static final EventLog LOG = EventLog.of(Component.SPEECH);

    /** A small model of Vosk's takes 0.4 of real time where the recogniser that comes along takes a tenth (measured). */
    private static final int LINES_PER_PROCESSOR = 2;

    /**
     * Looks at all files of a model and makes it ready.
     *
     * @param named the name of an installed model, or a whole path
     * @throws VoicelessException if it cannot be used; why is in the log
     */
    static ModelEars open(Path storage, Path named) throws VoicelessException {
        ModelStore store = ModelStore.within(storage);
        try {
            Optional<InstalledModel> installed = find(store, named);
            if (installed.isEmpty()) {
                LOG.error(Event.MODEL_REFUSED, Field.code("model.none"), Field.file(named));
                throw new VoicelessException(Reason.MODEL);
            }
            OfficialModel model = store.open(installed.get());
            LOG.info(
                    Event.MODEL_OPENED,
                    Field.file(named),
                    Field.state(model.installed().kind()),
                    Field.locale(model.installed().description().locale()),
                    Field.bytes(model.installed().bytes()));
            return new ModelEars(model);
        } catch (ModelRefusedException e) {
            LOG.error(Event.MODEL_REFUSED, Field.code(e.reason().code()), Field.file(place(named, e.file())));
            throw new VoicelessException(Reason.MODEL, e);
        } catch (IOException e) {
            LOG.error(Event.MODEL_REFUSED, Field.file(named));
            throw new VoicelessException(Reason.MODEL, e);
        }
    }

    /** The file at fault may be the model's folder itself. */
    private static Path place(Path named, String file) {
        return named.endsWith(file) ? named : named.resolve(file);
    }

    private static Optional<InstalledModel> find(ModelStore store, Path named) throws IOException {
        return named.isAbsolute() ? Optional.of(store.at(named)) : store.find(named.toString());
    }

    @Override
    public EarPlan of(Bot bot, TrainingSet utterances) throws VoicelessException {
        String language = model.installed().description().locale().getLanguage();
        if (!bot.locale().getLanguage().equals(language)) {
            throw new VoicelessException(Reason.LANGUAGE);
        }
        try {
            return model.hearing(bot.locale(), utterances);
        } catch (IllegalArgumentException e) {
            throw new VoicelessException(Reason.UNSPEAKABLE, e);
        } catch (IOException e) {
            throw new VoicelessException(Reason.FAILED, e);
        }
    }

    @Override
    public long modelBytes() {
        return model.installed().bytes();
    }

    @Override
    public int linesPerProcessor() {
        return LINES_PER_PROCESSOR;
    }
}
