package dev.sotto.voice;

import dev.sotto.bot.Bot;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.embedding.EncoderUnavailableException;
import dev.sotto.process.ProcessFigures;
import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.activity.SileroDetector;
import dev.sotto.speech.activity.VoiceDetector;
import dev.sotto.speech.embedded.EarStore;
import dev.sotto.speech.script.Script;
import dev.sotto.speech.script.ScriptRefusedException;
import dev.sotto.speech.speaker.RenderedPrompts;
import dev.sotto.speech.speaker.Speaker;
import dev.sotto.speech.worker.RecognizerWorkers;
import dev.sotto.speech.worker.WorkerFigures;
import dev.sotto.speech.worker.WorkerSettings;
import dev.sotto.voice.VoicelessException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The engines of speech that come along: recognisers in processes of their own, and voices in this one. Safe for many threads. */
public final class MachineSpeech implements SpeechEngines {

    private static final EventLog LOG = EventLog.of(Component.SPEECH);

    private static final RenderedPrompts NOTHING_RENDERED = new RenderedPrompts(0);

    /** Phrases that wait to be made. */
    private static final int MOST_PHRASES = 64;

    private final Ears ears;
    private final RecognizerWorkers workers;
    private final SileroDetector detector;
    private final Synthesizer synthesizer;
    private final ThreadPoolExecutor threads;
    private final Speaker speaker;
    private final PromptStore prompts;
    private final Calibration calibration;
    private final Voices voices;

    /**
     * What bots speak with.
     *
     * @param web the name of the voice in browsers
     * @param telephone the name of the voice on the telephone
     * @param program what speaks in place of the voices that come along, if anything does
     * @param formats those in which what is always said is spoken ahead
     */
    public record Voices(String web, String telephone, Optional<Program> program, List<AudioFormat> formats) {

        public Voices {
            formats = List.copyOf(formats);
        }
    }

    /**
     * A program of the operator's that speaks.
     *
     * @param arguments itself and its arguments, in which {@code {voice}} and {@code {stretch}} have their places
     * @param rate samples a second of bare audio; 0: it writes WAV
     */
    public record Program(List<String> arguments, int rate) {

        public Program {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The machine.
     *
     * @param name tells it from others, on one line
     * @param processors how many there are
     * @param nanos its clock
     */
    public record Host(String name, int processors, LongSupplier nanos) {}

    private MachineSpeech(
            Ears ears,
            RecognizerWorkers workers,
            SileroDetector detector,
            Synthesizer synthesizer,
            PromptStore prompts,
            Calibration calibration,
            int processors,
            Voices voices) {
        this.ears = ears;
        this.workers = workers;
        this.detector = detector;
        this.synthesizer = synthesizer;
        this.threads = new ThreadPoolExecutor(
                processors, processors, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_PHRASES), work -> {
                    Thread thread = new Thread(work, "sotto-phrases");
                    thread.setDaemon(true);
                    return thread;
                });
        this.speaker = new Speaker(synthesizer, threads);
        this.prompts = prompts;
        this.calibration = calibration;
        this.voices = voices;
    }

    /**
     * Starts what there is. Blocking.
     *
     * @param directory for what is made ahead: ears, and prompts; and for what was found out about the machine
     * @param model what to listen with in place of bots' own ears: the name of an installed model, or a whole path
     * @param host what it runs on
     * @throws VoicelessException if this machine cannot listen or speak, or the model or the program is
     *     none that can be used
     */
    public static MachineSpeech open(Path directory, Optional<Path> model, Voices voices, Host host)
            throws VoicelessException {
        int processors = host.processors();
        Ears ears = model.isPresent()
                ? ModelEars.open(directory, model.get())
                : new OwnEars(new EarStore(directory.resolve("ears")));
        RecognizerWorkers workers;
        try {
            workers = RecognizerWorkers.start(WorkerSettings.usual().withRoomFor(ears.modelBytes()));
        } catch (RecognizerFailedException e) {
            throw new VoicelessException(Reason.LIBRARY, e);
        }
        try {
            SileroDetector detector = SileroDetector.open();
            Synthesizer synthesizer = Synthesizers.open(voices, processors);
            return new MachineSpeech(
                    ears,
                    workers,
                    detector,
                    synthesizer,
                    new PromptStore(directory.resolve("prompts"), synthesizer),
                    new Calibration(
                            directory.resolve("calibration.txt"),
                            host.name() + ", " + model.map(Path::toString).orElse("bots' own ears"),
                            processors,
                            ears.linesPerProcessor(),
                            host.nanos(),
                            () -> ProcessFigures.cpuNanos(
                                    workers.figures().workers().stream().mapToLong(WorkerFigures.One::pid))),
                    processors,
                    voices);
        } catch (EncoderUnavailableException e) {
            workers.close();
            throw new VoicelessException(Reason.LIBRARY, e);
        } catch (VoicelessException e) {
            workers.close();
            throw e;
        }
    }

    @Override
    public VoiceDetector detector() {
        return detector;
    }

    @Override
    public BotSpeech speech(Bot bot, TrainingSet utterances) throws VoicelessException {
        if (!bot.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            throw new VoicelessException(Reason.LANGUAGE);
        }
        return new Own(bot, workers.recognizer(ears.of(bot, utterances)));
    }

    @Override
    public void makeRoom(Collection<Bot> bots) {
        try {
            prompts.makeRoom(
                    bots,
                    voices.formats().stream()
                            .map(format -> new PromptStore.Sound(voiceFor(format), format))
                            .toList());
        } catch (IOException e) {
            // The next change of a bot tries again.
            LOG.warn(Event.CACHE_UNWRITABLE);
        }
    }

    private Voice voiceFor(AudioFormat speak) {
        String name = speak.sampleRate() == AudioFormat.MIN_RATE ? voices.telephone() : voices.web();
        return synthesizer.voices().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public int lines() {
        return calibration.lines();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        workers.close();
        detector.close();
    }

    private final class Own implements BotSpeech {

        private final Bot bot;
        private final Recognizer ear;
        private final Map<AudioFormat, RenderedPrompts> rendered = new ConcurrentHashMap<>();
        private final Set<AudioFormat> rehearsed = ConcurrentHashMap.newKeySet();

        Own(Bot bot, Recognizer ear) {
            this.bot = bot;
            this.ear = ear;
        }

        @Override
        public Recognizer ear() {
            return ear;
        }

        @Override
        public BotVoice voice(AudioFormat speak) {
            return new OwnVoice(bot.locale(), voiceFor(speak), speak, rendered.getOrDefault(speak, NOTHING_RENDERED));
        }

        @Override
        public void rehearse() {
            calibrate();
            for (AudioFormat speak : voices.formats()) {
                if (!rehearsed.contains(speak)) {
                    rehearse(speak);
                }
            }
        }

        private void calibrate() {
            try {
                calibration.find(ear, synthesizer, synthesizer.voices().get(0));
            } catch (IOException e) {
                LOG.warn(Event.CACHE_UNWRITABLE, Field.bot(bot.name()));
            }
        }

        private void rehearse(AudioFormat speak) {
            try {
                if (prompts.rehearse(bot, voiceFor(speak), speak, ready -> rendered.put(speak, ready))) {
                    rehearsed.add(speak);
                }
            } catch (IOException e) {
                // What cannot be kept is spoken anew after each start.
                LOG.warn(Event.CACHE_UNWRITABLE, Field.bot(bot.name()));
            }
        }
    }

    private final class OwnVoice implements BotVoice {

        private final Locale locale;
        private final Voice voice;
        private final AudioFormat format;
        private final RenderedPrompts rendered;

        OwnVoice(Locale locale, Voice voice, AudioFormat format, RenderedPrompts rendered) {
            this.locale = locale;
            this.voice = voice;
            this.format = format;
            this.rendered = rendered;
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public void speak(Saying text, Optional<Saying> ssml, FrameSink sink) {
            speaker.speak(script(text, ssml), rendered, voice, format, sink);
        }

        /** What is not understood as SSML is at least read. */
        private Script script(Saying text, Optional<Saying> ssml) {
            if (ssml.isPresent()) {
                try {
                    return Script.ssml(ssml.get(), locale);
                } catch (ScriptRefusedException e) {
                    return Script.plain(text, locale);
                }
            }
            return Script.plain(text, locale);
        }
    }
}
