package dev.sotto.speech.speaker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.script.FixedText;
import dev.sotto.speech.script.Script;
import dev.sotto.speech.script.Step;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The audio of a bot's own words. What is in here comes from {@link FixedText} or from a file that another one of these
 * wrote; to look for a phrase leaves nothing behind, whoever's words it has. Safe for many threads. Bounded: what does not
 * fit is not kept, so that what was rendered first stays.
 */
public final class RenderedPrompts {

    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final Map<PromptKey, byte[]> audio = new ConcurrentHashMap<>();

    /** @param mostBytes of audio; a second takes 16 or 32 thousand */
    public RenderedPrompts(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Renders a text, as far as that was not done. Takes as long as it takes to speak it.
     *
     * @return how many of its phrases are not kept, for there is no room
     * @throws dev.sotto.speech.script.ScriptRefusedException if it cannot be spoken
     * @throws dev.sotto.speech.SynthesisFailedException if it was not spoken to its end
     */
    public int render(FixedText text, Locale locale, Synthesizer synthesizer, Voice voice, AudioFormat format) {
        int left = 0;
        for (Step step : Script.fixed(text, locale).steps()) {
            if (step instanceof Step.Speak speak) {
                PromptKey key = PromptKey.of(synthesizer.edition(), speak.phrase(), voice, format);
                if (!audio.containsKey(key)
                        && (isFull() || !put(key, spoken(synthesizer, speak.phrase(), voice, format)))) {
                    left++;
                }
            }
        }
        return left;
    }

    /** Returns how many bytes of audio there are. */
    public long bytes() {
        return bytes.get();
    }

    /** Returns how many phrases there are. */
    public int size() {
        return audio.size();
    }

    /** Returns the audio itself, not a copy. */
    Optional<byte[]> find(Synthesizer synthesizer, Phrase phrase, Voice voice, AudioFormat format) {
        return audio.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(audio.get(PromptKey.of(synthesizer.edition(), phrase, voice, format)));
    }

    Map<PromptKey, byte[]> entries() {
        return audio;
    }

    /** Keeps some audio, if there is room. */
    boolean put(PromptKey key, byte[] rendered) {
        if (bytes.addAndGet(rendered.length) > mostBytes) {
            bytes.addAndGet(-rendered.length);
            return false;
        }
        byte[] before = audio.put(key, rendered);
        if (before != null) {
            bytes.addAndGet(-before.length);
        }
        return true;
    }

    private boolean isFull() {
        return bytes.get() >= mostBytes;
    }

    private static byte[] spoken(Synthesizer synthesizer, Phrase phrase, Voice voice, AudioFormat format) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        synthesizer.speak(phrase, voice, format, frame -> {
            all.writeBytes(frame.audio());
            return FrameSink.Next.MORE;
        });
        return all.toByteArray();
    }
}
