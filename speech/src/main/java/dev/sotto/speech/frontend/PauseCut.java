package dev.sotto.speech.frontend;

import dev.sotto.speech.spectrum.LogMel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes long pauses out of a turn: where a crowd talks, its talk is loudest there (measured). What is left is joined by
 * fading one piece into the next.
 */
final class PauseCut {

    private static final int SHORTEST = 20;
    private static final int KEPT = 8;
    private static final int FADE = 160;

    /** Samples from one to below another. */
    private record Piece(int from, int to) {}

    private PauseCut() {}

    /**
     * Returns the audio without its pauses.
     *
     * @param firstFrame the first frame that is kept at all
     * @param endFrame the one after the last
     * @param from the first sample that is kept at all
     * @param to the one after the last
     */
    static double[] apply(double[] audio, SpeechMask mask, int firstFrame, int endFrame, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int start = from;
        int frame = firstFrame;
        while (frame < endFrame) {
            int end = endOfPause(mask, frame, endFrame);
            if (end - frame >= SHORTEST) {
                int left = frame > firstFrame ? frame + KEPT : frame;
                int right = end < endFrame ? end - KEPT : end;
                if (left * LogMel.SHIFT > start) {
                    pieces.add(new Piece(start, left * LogMel.SHIFT));
                }
                start = right * LogMel.SHIFT;
            }
            frame = end + 1;
        }
        if (start < to) {
            pieces.add(new Piece(start, to));
        }
        return joined(audio, pieces);
    }

    private static int endOfPause(SpeechMask mask, int from, int endFrame) {
        int end = from;
        while (end < endFrame && !mask.isSpeech(end)) {
            end++;
        }
        return end;
    }

    private static double[] joined(double[] audio, List<Piece> pieces) {
        double[] result = new double
                [pieces.stream().mapToInt(piece -> piece.to() - piece.from()).sum()];
        int length = 0;
        for (Piece piece : pieces) {
            int count = piece.to() - piece.from();
            int overlap = length > FADE && count > FADE ? FADE : 0;
            for (int i = 0; i < count; i++) {
                int at = length - overlap + i;
                double share = i < overlap ? i / (overlap - 1.0) : 1;
                result[at] = (1 - share) * result[at] + share * audio[piece.from() + i];
            }
            length += count - overlap;
        }
        double[] exact = Arrays.copyOf(result, length);
        Arrays.fill(result, 0);
        return exact;
    }
}
