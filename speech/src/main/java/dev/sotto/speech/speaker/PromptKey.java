package dev.sotto.speech.speaker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.Voice;
import dev.sotto.storage.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What some audio is the audio of: a hash of words and of all that changes how they sound.
 *
 * @param first to {@code fourth} are the 256 bits of the hash
 */
record PromptKey(long first, long second, long third, long fourth) {

    /** How many bytes one takes in a file. */
    static final int BYTES = 32;

    static PromptKey of(String edition, Phrase phrase, Voice voice, AudioFormat format) {
        MessageDigest digest = Sha256.begin();
        String setting = edition
                + '\0'
                + voice.name()
                + '\0'
                + voice.locale().toLanguageTag()
                + '\0'
                + format.encoding()
                + '\0'
                + format.sampleRate()
                + '\0'
                + format.channels()
                + '\0'
                + phrase.pace()
                + '\0'
                + phrase.rest().toMillis()
                + '\0';
        digest.update(setting.getBytes(StandardCharsets.UTF_8));
        digest.update(phrase.words().reveal().getBytes(StandardCharsets.UTF_8));
        return read(ByteBuffer.wrap(digest.digest()));
    }

    static PromptKey read(ByteBuffer in) {
        return new PromptKey(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    void write(ByteBuffer out) {
        out.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }
}
