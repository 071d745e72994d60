package dev.sotto.voice;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.command.CommandSynthesizer;
import dev.sotto.speech.command.SpeechCommand;
import dev.sotto.speech.flite.FliteSynthesizer;
import dev.sotto.voice.VoicelessException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes what bots speak with: the voices that come along, or a program of the operator's. */
final class Synthesizers {

    private static final EventLog LOG = EventLog.of(Component.SPEECH);

    /** How long a program may take for a phrase. Some read a model each time. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Synthesizers() {}

    /**
     * Makes it and has it speak a few words, which nobody hears. Blocking.
     *
     * @param processors as many phrases are spoken at a time
     * @throws VoicelessException if it does not speak; why is in the log
     */
    static Synthesizer open(MachineSpeech.Voices voices, int processors) throws VoicelessException {
        if (voices.program().isPresent()) {
            return program(voices.program().get(), voices, processors);
        }
        try {
            FliteSynthesizer flite = new FliteSynthesizer(processors);
            flite.prepare();
            return flite;
        } catch (SynthesisFailedException e) {
            throw new VoicelessException(Reason.FAILED, e);
        }
    }

    private static Synthesizer program(MachineSpeech.Program program, MachineSpeech.Voices voices, int processors)
            throws VoicelessException {
        List<Voice> named = Stream.of(voices.web(), voices.telephone())
                .distinct()
                .map(name -> new Voice(name, Locale.ENGLISH))
                .toList();
        SpeechCommand command = new SpeechCommand(program.arguments(), program.rate(), named, 1, LONGEST, processors);
        try {
            return CommandSynthesizer.tried(command);
        } catch (SynthesisFailedException e) {
            LOG.error(
                    Event.COMMAND_REFUSED,
                    Field.code(e.reason().code()),
                    Field.file(Path.of(program.arguments().get(0))));
            throw new VoicelessException(Reason.COMMAND, e);
        }
    }
}
