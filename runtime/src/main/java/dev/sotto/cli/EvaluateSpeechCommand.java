package dev.sotto.cli;

import dev.sotto.bot.testing.BotCheck;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.process.ProcessFigures;
import dev.sotto.speech.Hints;
import dev.sotto.speech.audio.TelephoneLine;
import dev.sotto.speech.frontend.Band;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how well a bot hears and understands recordings that somebody labelled. */
@Command(
        name = "speech",
        mixinStandardHelpOptions = true,
        description = {
            "Play recordings to a bot, and tell how many it understands: the intent and all slots, none too many.",
            "Recordings are WAV files of one channel. Noise can be mixed in, and a telephone put in between."
        })
final class EvaluateSpeechCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--bot", required = true, paramLabel = "BOT", description = "The bot's name, or its folder.")
    private String bot;

    @Option(names = "--bots", paramLabel = "DIR", description = "The directory with a folder for each bot.")
    private Path directory = Installation.bots();

    @ArgGroup(multiplicity = "1")
    private Lists recordings = new Lists();

    @ArgGroup(exclusive = false)
    private @Nullable NoiseOptions noise;

    @Option(names = "--phone", description = "Send the recordings through a telephone (G.711) first.")
    private boolean phone;

    @Option(
            names = "--asked",
            paramLabel = "TYPE",
            description =
                    "The type of what the bot has just asked for, such as phone, number, yes-no or one of its own.")
    private @Nullable String asked;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    EvaluateSpeechCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One of two kinds of lists. */
    static final class Lists {

        @Option(
                names = "--manifest",
                required = true,
                paramLabel = "FILE",
                description = "A table with tabs: columns file, and transcript or slots.")
        private @Nullable Path manifest;

        @ArgGroup(exclusive = false)
        private @Nullable Labels labels;
    }

    /** Labels and what they are for. */
    static final class Labels {

        @Option(
                names = "--labels",
                required = true,
                paramLabel = "FILE",
                description = "A JSON object: intent and slots by file name.")
        private Path file;

        @Option(names = "--wavs", required = true, paramLabel = "DIR", description = "Where those files lie.")
        private Path folder;
    }

    @Override
    public Integer call() {
        List<SpokenRow> rows = rows();
        AudioPath path = new AudioPath(
                Optional.ofNullable(noise).map(NoiseOptions::mixer),
                phone ? Optional.of(new TelephoneLine()) : Optional.empty());
        BotCheck check = Workbench.sound(BotChoice.of(bot, directory));
        try (Workbench workbench = new Workbench();
                BotLease lease = workbench
                        .compiler()
                        .compile(check.written().orElseThrow())
                        .lease();
                ModelOption.Hearing hearing = hearing(lease.version().main(), rows, path)) {
            SpeechTrial trial = new SpeechTrial(lease.version().main(), hearing.recognizer(), hints(), path);
            List<SpokenOutcome> outcomes = new ArrayList<>();
            rows.forEach(row -> outcomes.add(trial.play(row)));
            print(new SpeechReport(outcomes, ProcessFigures.ownResidentMib()));
        }
        return ExitCode.DONE;
    }

    private Hints hints() {
        String type = asked;
        if (type == null) {
            return Hints.NONE;
        }
        if (!SlotTypeName.isValid(type)) {
            throw CommandException.wrongUse("--asked " + type + ": expected the name of a slot type");
        }
        return Hints.asked(new SlotTypeName(type));
    }

    private List<SpokenRow> rows() {
        Labels labels = recordings.labels;
        if (labels != null) {
            return SpokenList.labels(labels.file, labels.folder);
        }
        return SpokenList.manifest(Optional.ofNullable(recordings.manifest).orElseThrow());
    }

    private ModelOption.Hearing hearing(CompiledLocale locale, List<SpokenRow> rows, AudioPath path) {
        Set<Band> bands = EnumSet.noneOf(Band.class);
        for (SpokenRow row : rows) {
            bands.add(path.band(Recordings.read(row.recording()).format().sampleRate()));
        }
        return model.open(locale, bands);
    }

    private void print(SpeechReport report) {
        if (json) {
            terminal.print(report.asJson());
        } else {
            terminal.print(report.describe());
        }
    }
}
