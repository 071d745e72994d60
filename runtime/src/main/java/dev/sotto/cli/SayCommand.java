package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.access.Principal;
import dev.sotto.client.ConversationException;
import dev.sotto.client.SpokenConversation;
import dev.sotto.client.SpokenConversation.Audio;
import dev.sotto.client.SpokenConversation.Recording;
import dev.sotto.client.SpokenTurn;
import dev.sotto.client.VoiceConnection;
import dev.sotto.config.ServerConfig;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.audio.WavFile;
import dev.sotto.trace.Trace;
import dev.sotto.trace.TraceLine;
import dev.sotto.voice.VoicelessException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Speaks a recording to a bot. */
@Command(
        name = "say",
        mixinStandardHelpOptions = true,
        description = {
            "Speak a recording to a bot over a server that is started for it, as any client would.",
            "Prints what was heard and answered, and how long after the end of speech: heard, answered, spoken."
        })
final class SayCommand implements Callable<Integer> {

    /** The first start makes the bot's ear. */
    private static final int VOICE_PATIENCE_S = 180;

    private static final int PATIENCE_S = 300;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE.wav", description = "One channel; 16-bit PCM, A-law or \u00b5-law.")
    private Path file;

    @Parameters(index = "1", paramLabel = "BOT", description = "The bot's name, or the path of its folder.")
    private String bot;

    @Option(names = "--out", paramLabel = "A.wav", description = "Save the answers' audio.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--realtime",
            paramLabel = "yes|no",
            description = "Whether the recording is played at its own pace; usually yes.")
    private String realtime = "yes";

    @Option(names = "--locale", paramLabel = "LOCALE", description = "The language, such as en-GB; usually the bot's.")
    private String locale = "auto";

    @Option(names = "--trace", description = "Show what was decided and why, about who speaks when too; it stays here.")
    private boolean trace;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Option(names = "--json", description = "Print one JSON object a turn.")
    private boolean json;

    SayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Recording recording = recording();
        ServerConfig config = options.load(OptionalInt.of(0)).config();
        BotChoice chosen = BotChoice.of(bot, config.bots().directory());
        Workbench.sound(chosen);
        Optional<Trace> seen = trace ? Optional.of(new Trace()) : Optional.empty();
        try (OwnServer server = OwnServer.startWithVoice(config, chosen, Set.of(Principal.TRACE), seen)) {
            Optional<VoicelessException.Reason> why = server.voice().await(VOICE_PATIENCE_S, TimeUnit.SECONDS);
            if (why.isPresent()) {
                throw CommandException.machine("voice.unavailable: " + why.get().sentence());
            }
            List<SpokenTurn> turns = server.client()
                    .openSpoken(server.bot().value(), locale, recording, pace(), turn -> print(turn, seen))
                    .compose(SpokenConversation::play)
                    .await(PATIENCE_S, TimeUnit.SECONDS);
            printRest(seen);
            save(turns);
            if (turns.isEmpty()) {
                terminal.tell("sotto: nothing was heard in " + file);
            }
        } catch (ConversationException refused) {
            throw CommandException.wrongUse(refused.code() + ": " + refused.getMessage());
        } catch (TimeoutException e) {
            throw CommandException.machine("the bot did not answer in time");
        }
        return ExitCode.DONE;
    }

    private SpokenConversation.Pace pace() {
        return switch (realtime) {
            case "yes" -> SpokenConversation.Pace.REAL;
            case "no" -> SpokenConversation.Pace.FAST;
            default -> throw CommandException.wrongUse("--realtime is yes or no");
        };
    }

    private Recording recording() {
        WavFile wav = Recordings.read(file);
        AudioFormat format = wav.format();
        return new Recording(
                format.encoding().name().toLowerCase(Locale.ROOT),
                format.sampleRate(),
                format.bytesPerSample(),
                new Audio(wav.audio()));
    }

    private void print(SpokenTurn turn, Optional<Trace> seen) {
        List<TraceLine> happened = seen.map(Trace::take).orElse(List.of());
        if (json) {
            ObjectNode object = ChatLoop.asJson(turn.answer());
            object.put("transcript", turn.transcript().orElse(null));
            object.put("partials", turn.partials());
            object.put("final_ms", Figures.millis(turn.heard().toNanos()));
            object.put("answer_ms", Figures.millis(turn.answered().toNanos()));
            object.put("audio_ms", Figures.millis(turn.spoken().toNanos()));
            if (seen.isPresent()) {
                ChatLoop.put(happened, object);
            }
            terminal.print(object);
            return;
        }
        happened.forEach(line -> terminal.print(ChatLoop.asText(line)));
        terminal.print("> " + turn.transcript().orElse("(none of the bot's words)"));
        turn.answer().said().forEach(terminal::print);
        terminal.print(String.format(
                Locale.ROOT,
                "  after the end of speech: heard %d ms, answered %d ms, spoken %d ms",
                turn.heard().toMillis(),
                turn.answered().toMillis(),
                turn.spoken().toMillis()));
    }

    /** What happened after the last answer, or without any. */
    private void printRest(Optional<Trace> seen) {
        List<TraceLine> happened = seen.map(Trace::take).orElse(List.of());
        if (json && !happened.isEmpty()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            ChatLoop.put(happened, object);
            terminal.print(object);
        } else {
            happened.forEach(line -> terminal.print(ChatLoop.asText(line)));
        }
    }

    private void save(List<SpokenTurn> turns) throws IOException {
        if (out.isPresent()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            turns.forEach(turn -> all.writeBytes(turn.audio().bytes()));
            Files.write(out.get(), WavFile.write(AudioFormat.linear(VoiceConnection.SPEAK_RATE), all.toByteArray()));
        }
    }
}
