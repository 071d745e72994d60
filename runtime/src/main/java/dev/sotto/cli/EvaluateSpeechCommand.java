package dev.sotto.cli;

import dev.sotto.bot.testing.BotCheck;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.process.ProcessFigures;
import dev.sotto.speech.Hints;
import dev.sotto.speech.audio.MalformedWavException;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.TelephoneLine;
import dev.sotto.speech.audio.WavFile;
import dev.sotto.speech.embedded.Ear;
import dev.sotto.speech.embedded.EarStore;
import dev.sotto.speech.embedded.UnspeakableException;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.vosk.VoskUnavailableException;
import java.io.IOException;
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
    private Recordings recordings = new Recordings();

    @ArgGroup(exclusive = false)
    private @Nullable Noise noise;

    @Option(names = "--phone", description = "Send the recordings through a telephone (G.711) first.")
    private boolean phone;

    @Option(
            names = "--asked",
            paramLabel = "TYPE",
            description =
                    "The type of what the bot has just asked for, such as phone, number, yes-no or one of its own.")
    private @Nullable String asked;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    EvaluateSpeechCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One of two kinds of lists. */
    static final class Recordings {

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

    /** What to mix in. */
    static final class Noise {

        @Option(names = "--noise", required = true, paramLabel = "WAV", description = "Noise to mix in.")
        private Path file;

        @Option(
                names = "--snr",
                required = true,
                paramLabel = "DB",
                description = "How much louder the speech is, by the loudest moment of each.")
        private double decibels;

        @Option(names = "--seed", paramLabel = "N", description = "Which stretches of noise; ${DEFAULT-VALUE}.")
        private long seed = 1;
    }

    @Override
    public Integer call() {
        List<SpokenRow> rows = rows();
        Optional<NoiseMixer> mixer = mixer();
        BotCheck check = Workbench.sound(BotChoice.of(bot, directory));
        try (Workbench workbench = new Workbench();
                BotLease lease = workbench
                        .compiler()
                        .compile(check.written().orElseThrow())
                        .lease();
                Ear ear = ear(lease.version().main(), rows)) {
            Optional<TelephoneLine> line = phone ? Optional.of(new TelephoneLine()) : Optional.empty();
            SpeechTrial trial = new SpeechTrial(lease.version().main(), ear, hints(), mixer, line);
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

    private Optional<NoiseMixer> mixer() {
        Noise wanted = noise;
        if (wanted == null) {
            return Optional.empty();
        }
        WavFile wav = read(wanted.file);
        double[] samples = Samples.decode(wav.format(), wav.audio());
        if (samples.length == 0) {
            throw CommandException.wrongUse(wanted.file + ": found no samples; expected noise");
        }
        return Optional.of(new NoiseMixer(samples, wav.format().sampleRate(), wanted.decibels, wanted.seed));
    }

    private Ear ear(CompiledLocale locale, List<SpokenRow> rows) {
        Set<Band> bands = EnumSet.noneOf(Band.class);
        for (SpokenRow row : rows) {
            bands.add(
                    phone
                            ? Band.TELEPHONE
                            : Band.of(read(row.recording()).format().sampleRate()));
        }
        try {
            return new Ear(new EarStore(Installation.ears()).ear(locale.trainingSet(), bands));
        } catch (UnspeakableException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()));
        } catch (VoskUnavailableException e) {
            throw CommandException.machine(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandException.machine("cannot write to " + Installation.ears());
        }
    }

    private static WavFile read(Path file) {
        try {
            return WavFile.read(file);
        } catch (MalformedWavException e) {
            throw CommandException.wrongUse(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw CommandException.wrongUse("cannot read " + file);
        }
    }

    private void print(SpeechReport report) {
        if (json) {
            terminal.print(report.asJson());
        } else {
            terminal.print(report.describe());
        }
    }
}
