package dev.sotto.prove;

import dev.sotto.bot.Bot;
import dev.sotto.client.ConversationException;
import dev.sotto.client.SottoClient;
import dev.sotto.client.SpokenConversation;
import dev.sotto.client.SpokenTurn;
import dev.sotto.client.TelephoneCall;
import dev.sotto.sensitive.Saying;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.script.ScriptRefusedException;
import dev.sotto.voice.Elocution;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Holds the spoken conversations of a proof, several at once: each is stopped in the middle of a word for as long as it is
 * looked at, and goes on afterwards. Blocking; confined to one thread.
 */
final class SpokenTalk {

    /** One conversation could be misunderstood. */
    private static final int LEAST = 3;

    private static final int MOST = 6;
    private static final int PATIENCE_S = 90;
    private static final String ENCODING = "pcm_s16le";
    private static final String UNAVAILABLE = "voice.unavailable";

    private final SottoClient client;
    private final Optional<CallLine> calls;
    private final Elocution elocution = new Elocution();
    private final List<Speaker> speakers = new ArrayList<>();
    private final List<byte[]> sounds = new ArrayList<>();
    private final List<byte[]> callSounds = new ArrayList<>();
    private Optional<Caller> caller = Optional.empty();
    private final List<byte[]> words = new ArrayList<>();
    private int heard;

    private record Speaker(SpokenConversation conversation, SpokenLine line, Duration middle) {}

    private record Caller(TelephoneCall call, Duration middle) {}

    /** @param calls by which to call bots too, if the server takes calls */
    SpokenTalk(SottoClient client, Optional<CallLine> calls) {
        this.client = client;
        this.calls = calls;
    }

    /**
     * Speaks to bots, up to the middle of what there is to say to each.
     *
     * @return whether any of them can be spoken to
     */
    boolean begin(List<Bot> bots) throws TimeoutException {
        int rounds = bots.isEmpty() ? 0 : (LEAST + bots.size() - 1) / bots.size();
        for (int i = 0; i < rounds * bots.size() && speakers.size() < MOST; i++) {
            Bot bot = bots.get(i % bots.size());
            Optional<Speaker> speaker = open(bot);
            if (speaker.isPresent() && calls.isPresent() && caller.isEmpty()) {
                caller = Optional.of(call(bot, calls.get()));
            }
            speaker.ifPresent(speakers::add);
        }
        List<Future<Void>> middles = new ArrayList<>();
        speakers.forEach(speaker -> middles.add(speaker.conversation.playUpTo(speaker.middle)));
        caller.ifPresent(calling -> middles.add(calling.call.playUpTo(calling.middle)));
        Future.all(middles).await(PATIENCE_S, TimeUnit.SECONDS);
        return !speakers.isEmpty();
    }

    private Optional<Speaker> open(Bot bot) throws TimeoutException {
        Optional<SpokenLine> line = SpokenLine.of(bot);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        short[] samples = SoundMark.unique(spoken(line.get(), bot));
        byte[] audio = SoundMark.bytes(samples);
        SpokenConversation.Recording recording = new SpokenConversation.Recording(
                ENCODING, Elocution.FORMAT.sampleRate(), Short.BYTES, new SpokenConversation.Audio(audio));
        try {
            SpokenConversation conversation = client.openSpoken(
                            bot.name().value(),
                            bot.locale().toLanguageTag(),
                            recording,
                            SpokenConversation.Pace.REAL,
                            turn -> {})
                    .await(PATIENCE_S, TimeUnit.SECONDS);
            sounds.addAll(SoundMark.forms(samples));
            Duration whole = Elocution.FORMAT.duration(samples.length);
            return Optional.of(new Speaker(conversation, line.get(), whole.dividedBy(2)));
        } catch (ConversationException refused) {
            if (refused.code().equals(UNAVAILABLE)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Caller call(Bot bot, CallLine line) throws TimeoutException {
        double[] wide = spoken(SpokenLine.of(bot).orElseThrow(), bot);
        short[] samples =
                SoundMark.unique(new Resampler(Elocution.FORMAT.sampleRate(), TelephoneCall.RATE).apply(wide));
        callSounds.addAll(SoundMark.forms(samples));
        TelephoneCall call = line.client()
                .call(
                        bot.name().value(),
                        bot.locale().toLanguageTag(),
                        line.at().host(),
                        line.at().port(),
                        SoundMark.bytes(samples))
                .await(PATIENCE_S, TimeUnit.SECONDS);
        return new Caller(call, Duration.ofMillis(samples.length * 1000L / TelephoneCall.RATE / 2));
    }

    private double[] spoken(SpokenLine line, Bot bot) {
        try {
            return elocution.speak(new Saying(line.text()), bot.locale());
        } catch (ScriptRefusedException e) {
            throw new IllegalStateException("a bot with a voice and sentences that cannot be spoken", e);
        }
    }

    /** Says the rest of everything and waits for what is answered. */
    void goOn() throws TimeoutException {
        List<Future<List<SpokenTurn>>> all =
                speakers.stream().map(speaker -> speaker.conversation.play()).toList();
        Future<Void> called = caller.map(calling -> calling.call.play()).orElseGet(() -> Future.succeededFuture());
        Future.all(all).compose(played -> called).await(PATIENCE_S, TimeUnit.SECONDS);
        for (int i = 0; i < all.size(); i++) {
            for (SpokenTurn turn : all.get(i).result()) {
                heard++;
                SpokenLine line = speakers.get(i).line;
                turn.transcript().map(line::forms).ifPresent(words::addAll);
            }
        }
    }

    /** Ends the conversations and waits until the server has. */
    void end() throws TimeoutException {
        List<Future<Void>> ends = new ArrayList<>();
        speakers.forEach(speaker -> ends.add(speaker.conversation.end()));
        caller.ifPresent(calling -> ends.add(calling.call.hangUp()));
        Future.all(ends).await(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** Returns how many turns were heard. */
    int turns() {
        return heard;
    }

    /** Returns the windows of audio to look for that came over sockets. */
    List<byte[]> sounds() {
        return List.copyOf(sounds);
    }

    /** Returns those of a telephone call. */
    List<byte[]> callSounds() {
        return List.copyOf(callSounds);
    }

    /** Returns the words to look for. */
    List<byte[]> words() {
        return List.copyOf(words);
    }
}
