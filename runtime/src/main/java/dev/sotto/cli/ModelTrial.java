package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.process.ProcessFigures;
import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.WavFile;
import dev.sotto.speech.embedded.EarPlan;
import dev.sotto.speech.official.InstalledModel;
import dev.sotto.speech.script.ScriptRefusedException;
import dev.sotto.speech.worker.RecognizerWorkers;
import dev.sotto.speech.worker.WorkerFigures;
import dev.sotto.speech.worker.WorkerSettings;
import dev.sotto.voice.Elocution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Has a model listen in a process of its own. Confined to one thread. */
final class ModelTrial implements AutoCloseable {

    private static final Duration PIECE = Duration.ofMillis(100);
    private static final List<String> SENTENCES = List.of(
            "please turn on the light in the kitchen",
            "what time does the next train leave",
            "one two three four five six seven eight nine",
            "yes that is right thank you very much");

    private final RecognizerWorkers workers;
    private final Locale locale;
    private long loadMillis;

    /**
     * What is spoken to the model.
     *
     * @param name of the file, or the words
     * @param words that it should hear, if they are known
     */
    record Spoken(String name, Optional<String> words, AudioFrame audio) {

        static Spoken of(Path file) {
            WavFile wav = Recordings.read(file);
            return new Spoken(
                    String.valueOf(file.getFileName()), Optional.empty(), new AudioFrame(wav.format(), 0, wav.audio()));
        }

        static List<Spoken> sentences() {
            return sentences(SENTENCES);
        }

        /** Speaks sentences. */
        static List<Spoken> sentences(List<String> sentences) {
            Elocution elocution = new Elocution();
            return sentences.stream()
                    .map(sentence -> new Spoken(sentence, Optional.of(sentence), spoken(elocution, sentence)))
                    .toList();
        }

        private static AudioFrame spoken(Elocution elocution, String sentence) {
            try {
                double[] audio = elocution.speak(new Saying(sentence), Locale.ENGLISH);
                return new AudioFrame(Elocution.FORMAT, 0, Samples.encode(audio));
            } catch (ScriptRefusedException e) {
                throw CommandException.wrongUse("--phrase: it cannot be spoken");
            }
        }

        double seconds() {
            return (double) audio.samples() / audio.format().sampleRate();
        }
    }

    /** What became of it. */
    record Outcome(Spoken spoken, String heard, long millis) {

        int missed() {
            return spoken.words()
                    .map(words -> WordErrors.between(WordErrors.words(words), WordErrors.words(heard)))
                    .orElse(0);
        }

        void addTo(ObjectNode object) {
            object.put("said", spoken.name()).put("heard", heard);
            object.put("seconds", spoken.seconds()).put("ms", millis);
        }

        String describe() {
            return spoken.name() + " -> " + (heard.isEmpty() ? "(nothing)" : heard);
        }
    }

    private ModelTrial(RecognizerWorkers workers, Locale locale) {
        this.workers = workers;
        this.locale = locale;
    }

    static ModelTrial start(InstalledModel model) {
        return new ModelTrial(
                RecognizerWorkers.start(WorkerSettings.usual().withRoomFor(model.bytes())),
                model.description().locale());
    }

    List<Outcome> listen(EarPlan plan, List<Spoken> all) {
        Recognizer recognizer = workers.recognizer(plan);
        long before = System.nanoTime();
        // A turn without audio is over once the model is there.
        hear(recognizer, new Spoken("", Optional.empty(), new AudioFrame(Elocution.FORMAT, 0, new byte[0])));
        loadMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        List<Outcome> outcomes = new ArrayList<>();
        for (Spoken spoken : all) {
            long begin = System.nanoTime();
            String heard = hear(recognizer, spoken);
            outcomes.add(new Outcome(spoken, heard, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)));
        }
        return outcomes;
    }

    private String hear(Recognizer recognizer, Spoken spoken) {
        AudioFormat format = spoken.audio().format();
        int size = format.bytes(PIECE);
        try (RecognizerStream stream = recognizer.open(locale, format, Hints.NONE)) {
            byte[] audio = spoken.audio().audio();
            for (int from = 0; from < audio.length; from += size) {
                byte[] piece = Arrays.copyOfRange(audio, from, Math.min(audio.length, from + size));
                stream.accept(new AudioFrame(format, from / format.bytesPerSample(), piece));
            }
            return SpeechEvent.heard(stream.finish())
                    .map(heard -> heard.best().utterance().reveal())
                    .orElse("");
        }
    }

    long loadMillis() {
        return loadMillis;
    }

    /** Returns the memory of the process that listened. */
    long residentMib() {
        return workers.figures().workers().stream()
                .max(Comparator.comparingLong(WorkerFigures.One::resident))
                .map(worker -> ProcessFigures.residentMib(worker.pid()))
                .orElse(0L);
    }

    /** Returns how long it listened for each second of what was said. */
    static double realTimeFactor(List<Outcome> outcomes) {
        double seconds = outcomes.stream()
                .mapToDouble(outcome -> outcome.spoken().seconds())
                .sum();
        return outcomes.stream().mapToLong(Outcome::millis).sum() / 1_000.0 / seconds;
    }

    /** Returns whether it heard at least half of the words, or anything where it is not known what was said. */
    static boolean serves(List<Outcome> outcomes) {
        int words = outcomes.stream()
                .mapToInt(outcome -> outcome.spoken()
                        .words()
                        .map(said -> WordErrors.words(said).size())
                        .orElse(0))
                .sum();
        int missed = outcomes.stream().mapToInt(Outcome::missed).sum();
        return outcomes.stream().anyMatch(outcome -> !outcome.heard().isEmpty()) && 2 * missed <= words;
    }

    @Override
    public void close() {
        workers.close();
    }
}
