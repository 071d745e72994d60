package dev.sotto.prove;

import dev.sotto.bot.Bot;
import dev.sotto.client.ConversationException;
import dev.sotto.client.SottoClient;
import dev.sotto.client.SpokenConversation;
import dev.sotto.client.SpokenTurn;
import dev.sotto.sensitive.Saying;
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
    private final Elocution elocution = new Elocution();
    private final List<Speaker> speakers = new ArrayList<>();
    private final List<byte[]> sounds = new ArrayList<>();
    private final List<byte[]> words = new ArrayList<>();
    private int heard;

    private record Speaker(SpokenConversation conversation, SpokenLine line, Duration middle) {}

    SpokenTalk(SottoClient client) {
        this.client = client;
    }

    /**
     * Speaks to bots, up to the middle of what there is to say to each.
     *
     * @return whether any of them can be spoken to
     */
    boolean begin(List<Bot> bots) throws TimeoutException {
        int rounds = bots.isEmpty() ? 0 : (LEAST + bots.size() - 1) / bots.size();
        for (int i = 0; i < rounds * bots.size() && speakers.size() < MOST; i++) {
            open(bots.get(i % bots.size())).ifPresent(speakers::add);
        }
        List<Future<Void>> middles = speakers.stream()
                .map(speaker -> speaker.conversation.playUpTo(speaker.middle))
                .toList();
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
        Future.all(all).await(PATIENCE_S, TimeUnit.SECONDS);
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
        Future.all(speakers.stream().map(speaker -> speaker.conversation.end()).toList())
                .await(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** Returns how many turns were heard. */
    int turns() {
        return heard;
    }

    /** Returns the windows of audio to look for. */
    List<byte[]> sounds() {
        return List.copyOf(sounds);
    }

    /** Returns the words to look for. */
    List<byte[]> words() {
        return List.copyOf(words);
    }
}
