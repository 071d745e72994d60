package dev.sotto.cli;

import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.WavFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What noise to mix into what is said. */
final class NoiseOptions {

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

    /** Reads the noise. */
    NoiseMixer mixer() {
        WavFile wav = Recordings.read(file);
        double[] samples = Samples.decode(wav.format(), wav.audio());
        if (samples.length == 0) {
            throw CommandException.wrongUse(file + ": found no samples; expected noise");
        }
        return new NoiseMixer(samples, wav.format().sampleRate(), decibels, seed);
    }
}
