package dev.sotto.speech.command;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.SynthesisFailedException.Reason;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.delivery.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Speaks with a program. Safe for many threads, of which as many run the program at once as the command allows. */
public final class CommandSynthesizer implements Synthesizer {

    private static final Phrase SENTENCE =
            new Phrase(new Saying("Good morning, what would you like to know today?"), 1, Duration.ZERO);

    private static final Set<AudioFormat> FORMATS = Set.of(AudioFormat.linear(8_000), AudioFormat.linear(16_000));

    private final SpeechCommand command;
    private final Semaphore free;

    public CommandSynthesizer(SpeechCommand command) {
        this.command = command;
        this.free = new Semaphore(command.atOnce(), true);
    }

    /**
     * Returns a synthesiser of a program that has spoken a sentence, which shows that it can and how loud it is. Blocking.
     *
     * @param command of which the gain does not count
     * @throws SynthesisFailedException if it could not be run, or nothing was to be heard
     */
    public static CommandSynthesizer tried(SpeechCommand command) {
        Level level = new Level();
        SpeechCommand plain = command.with(1);
        new CommandSynthesizer(plain).speak(SENTENCE, plain.voices().get(0), AudioFormat.linear(16_000), level);
        return new CommandSynthesizer(command.with(level.gain()));
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                command.voices().stream().map(Voice::locale).collect(Collectors.toSet()), FORMATS, Set.of());
    }

    @Override
    public List<Voice> voices() {
        return command.voices();
    }

    @Override
    public String edition() {
        return "command/1 " + command.rate() + " " + command.gain() + " " + command.arguments();
    }

    @Override
    public void speak(Phrase phrase, Voice voice, AudioFormat format, FrameSink sink) {
        phrase.checkLength();
        if (!command.voices().contains(voice) || !FORMATS.contains(format)) {
            throw new IllegalArgumentException("the speech command has no such voice, or none in " + format);
        }
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SynthesisFailedException(Reason.INTERRUPTED, "interrupted before the speech command ran");
        }
        try (SpeechProcess process = SpeechProcess.start(command, voice, 1 / phrase.pace())) {
            speak(process, phrase, format, sink);
        } catch (IOException e) {
            // Its message may tell the words, or where the program is.
            throw new SynthesisFailedException(Reason.FAILED, "the speech command could not be run");
        } finally {
            free.release();
        }
    }

    private void speak(SpeechProcess process, Phrase phrase, AudioFormat format, FrameSink sink) throws IOException {
        process.write(phrase.words());
        int rate = process.rate();
        try (Delivery delivery = new Delivery(rate, command.source(), phrase.rest(), format, sink)) {
            boolean wanted = true;
            while (wanted) {
                double[] samples = process.read(rate);
                if (samples.length == 0) {
                    process.checkEnd();
                    delivery.finish();
                    return;
                }
                wanted = delivery.accept(samples) == FrameSink.Next.MORE;
            }
        }
    }
}
