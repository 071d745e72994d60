package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.embedded.EarPlan;
import dev.sotto.speech.official.InstalledModel;
import dev.sotto.speech.official.ModelKind;
import dev.sotto.speech.official.ModelRefusedException;
import dev.sotto.speech.official.OfficialModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a model listen. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Have a model listen in a process of its own, and tell what it heard, how fast, and what memory it takes.",
            "Without recordings an English model hears sentences that are spoken here; it falls short if it misses more",
            "than half of their words. With recordings it falls short if it hears nothing in any."
        })
final class ModelsTestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "NAME", description = "The model.")
    private String name;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "WAV", description = "Recordings of one channel.")
    private List<Path> recordings = List.of();

    @Option(
            names = "--phrase",
            paramLabel = "TEXT",
            description =
                    "What may be said, and nothing else: heard with a grammar of it. May be given more than once.")
    private List<String> phrases = List.of();

    @Mixin
    private final ModelsPlace place = new ModelsPlace();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ModelsTestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        InstalledModel model = place.find(name);
        if (!phrases.isEmpty() && model.kind() != ModelKind.RUN_TIME_GRAMMAR) {
            throw CommandException.wrongUse(
                    "--phrase: the graph of " + name + " is static, so it takes no grammar; leave --phrase out");
        }
        List<ModelTrial.Spoken> spoken = spoken(model);
        try (ModelTrial trial = ModelTrial.start(model)) {
            List<ModelTrial.Outcome> outcomes = trial.listen(plan(place.store().open(model)), spoken);
            print(model, trial, outcomes);
            return ModelTrial.serves(outcomes) ? ExitCode.DONE : ExitCode.FALLS_SHORT;
        } catch (ModelRefusedException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()));
        } catch (RecognizerFailedException e) {
            throw CommandException.machine(e.reason().code() + ": " + e.getMessage());
        }
    }

    private List<ModelTrial.Spoken> spoken(InstalledModel model) {
        if (!recordings.isEmpty()) {
            return recordings.stream().map(ModelTrial.Spoken::of).toList();
        }
        Locale locale = model.description().locale();
        if (!locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            throw CommandException.wrongUse("no voice here speaks " + locale.toLanguageTag()
                    + ": name recordings that somebody made, of one channel, as WAV files");
        }
        return phrases.isEmpty() ? ModelTrial.Spoken.sentences() : ModelTrial.Spoken.sentences(phrases);
    }

    private EarPlan plan(OfficialModel model) throws IOException {
        Locale locale = model.installed().description().locale();
        if (phrases.isEmpty()) {
            return model.hearing(locale);
        }
        try {
            return model.hearing(locale, phrases.stream().map(WordErrors::words).toList());
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongUse("--phrase: the model has none of these words");
        }
    }

    private void print(InstalledModel model, ModelTrial trial, List<ModelTrial.Outcome> outcomes) {
        double rtf = ModelTrial.realTimeFactor(outcomes);
        if (json) {
            ObjectNode object = ModelLines.asJson(model);
            ArrayNode heard = object.putArray("heard");
            outcomes.forEach(outcome -> outcome.addTo(heard.addObject()));
            object.put("with_grammar", !phrases.isEmpty())
                    .put("load_ms", trial.loadMillis())
                    .put("resident_mib", trial.residentMib())
                    .put("rtf", rtf);
            terminal.print(object);
            return;
        }
        terminal.print(ModelLines.describe(model));
        outcomes.forEach(outcome -> terminal.print("  " + outcome.describe()));
        terminal.print(String.format(
                Locale.ROOT,
                "loaded in %d ms, %d MiB, %.2f of real time",
                trial.loadMillis(),
                trial.residentMib(),
                rtf));
    }
}
