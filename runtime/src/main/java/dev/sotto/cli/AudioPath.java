package dev.sotto.cli;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.TelephoneLine;
import dev.sotto.speech.frontend.Band;
import java.util.Arrays;
import java.util.Optional;

/**
 * What lies between somebody who speaks and the ear: noise, a telephone, both or nothing. Confined to one thread.
 *
 * @param noise puts noise in
 * @param telephone carries what is said, noise included
 */
record AudioPath(Optional<NoiseMixer> noise, Optional<TelephoneLine> telephone) {

    /** Returns whether nothing lies in between. */
    boolean isClear() {
        return noise.isEmpty() && telephone.isEmpty();
    }

    /** Returns what an ear hears at its end. */
    Band band(int sampleRate) {
        return telephone.isPresent() ? Band.TELEPHONE : Band.of(sampleRate);
    }

    /**
     * Returns what comes out of it, as a turn of its own.
     *
     * @param spoken in units of 16-bit audio; wiped
     */
    AudioFrame carry(double[] spoken, int sampleRate) {
        double[] heard = noise.map(mixer -> mixer.mix(spoken, sampleRate)).orElse(spoken);
        try {
            return telephone
                    .map(line -> new AudioFrame(TelephoneLine.FORMAT, 0, line.carry(heard, sampleRate)))
                    .orElseGet(() -> new AudioFrame(AudioFormat.linear(sampleRate), 0, Samples.encode(heard)));
        } finally {
            Arrays.fill(spoken, 0);
            Arrays.fill(heard, 0);
        }
    }
}
