package dev.sotto.cli;

import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.embedded.Ear;
import dev.sotto.speech.embedded.EarPlan;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.official.InstalledModel;
import dev.sotto.speech.official.ModelRefusedException;
import dev.sotto.speech.official.ModelStore;
import dev.sotto.speech.worker.RecognizerWorkers;
import dev.sotto.speech.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command hears a bot with. */
final class ModelOption {

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "A model of Vosk's to hear with in place of the bot's own ear: the name of one that is"
                    + " installed, or a path with a slash in it of its folder or zip file.")
    private @Nullable Path model;

    /** A recogniser and what it holds. */
    record Hearing(Recognizer recognizer, Runnable closing) implements AutoCloseable {

        @Override
        public void close() {
            closing.run();
        }
    }

    /** Returns whether a model is named. */
    boolean isGiven() {
        return model != null;
    }

    /**
     * Opens what hears a bot: its own ear in this process, or a model in a process of its own.
     *
     * @param bands what the bot's own ear shall hear
     */
    Hearing open(CompiledLocale bot, Set<Band> bands) {
        Path named = model;
        if (named == null) {
            Ear ear = OwnEar.open(bot, bands);
            return new Hearing(ear, ear::close);
        }
        try {
            ModelStore store = ModelStore.within(Installation.storage());
            InstalledModel installed = find(store, named);
            String language = installed.description().locale().getLanguage();
            if (!language.equals(bot.bot().locale().getLanguage())) {
                throw CommandException.wrongUse("--model " + named + " hears "
                        + installed.description().locale().toLanguageTag() + "; the bot speaks "
                        + bot.bot().locale().toLanguageTag());
            }
            EarPlan plan = store.open(installed).hearing(bot.bot().locale(), bot.trainingSet());
            RecognizerWorkers workers =
                    RecognizerWorkers.start(WorkerSettings.usual().withRoomFor(installed.bytes()));
            return new Hearing(workers.recognizer(plan), workers::close);
        } catch (ModelRefusedException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongUse("--model " + named + " has none of the bot's words");
        } catch (RecognizerFailedException e) {
            throw CommandException.machine(e.reason().code() + ": " + e.getMessage());
        } catch (IOException e) {
            throw CommandException.machine("cannot read " + named + " or write to " + Installation.storage());
        }
    }

    private static InstalledModel find(ModelStore store, Path named) throws IOException {
        if (named.getNameCount() > 1 || named.isAbsolute() || named.startsWith(".")) {
            return store.at(named);
        }
        return store.find(named.toString())
                .orElseThrow(() -> CommandException.wrongUse(
                        "no model " + named + " is installed; a folder is named with a slash, as in ./" + named));
    }
}
