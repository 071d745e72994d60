package dev.sotto.speech.official;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the network: its transitions one by one, what it takes in, and whether it ends where it should. The components
 * between are not looked at but by libvosk.
 */
final class NetworkCheck {

    private static final int LONGEST_DESCRIPTION = 1 << 20;
    private static final int TAIL = 1 << 20;
    private static final byte[] LAST = "<Priors> FV \4".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern INPUT = Pattern.compile("input-node name=(input|ivector) dim=([0-9]{1,6})");

    /**
     * What a network tells about itself.
     *
     * @param transitions how many numbers there are for a transition, from 1
     * @param inputs how many values each frame of audio has
     * @param speaker how many values it wants to know of the speaker; 0 if none
     */
    record Network(int transitions, int inputs, int speaker) {}

    private NetworkCheck() {}

    static Network check(Path folder, String name) throws IOException {
        int transitions;
        String description;
        try (ModelFile file = ModelFile.open(folder, name)) {
            KaldiTokens tokens = new KaldiTokens(file);
            transitions = transitions(file, tokens);
            String kind = tokens.word();
            if (!kind.equals("<Nnet3>")) {
                throw file.foreign("an acoustic model that begins with " + kind, "a network, <Nnet3>");
            }
            description = tokens.paragraph(LONGEST_DESCRIPTION);
        }
        checkEnd(folder, name);
        int inputs = 0;
        int speaker = 0;
        Matcher matcher = INPUT.matcher(description);
        while (matcher.find()) {
            int dimension = Integer.parseInt(matcher.group(2));
            if (matcher.group(1).equals("input")) {
                inputs = dimension;
            } else {
                speaker = dimension;
            }
        }
        return new Network(transitions, inputs, speaker);
    }

    private static int transitions(ModelFile file, KaldiTokens tokens) throws IOException {
        tokens.expect("<TransitionModel>");
        tokens.expect("<Topology>");
        if (tokens.skipIntegers() == 0) {
            throw file.foreign("a model without phones", "at least one");
        }
        skipTopology(file, tokens);
        String kind = tokens.word();
        if (!kind.equals("<Triples>") && !kind.equals("<Tuples>")) {
            throw file.foreign(kind + " near byte " + file.position(), "<Triples> or <Tuples>");
        }
        int values = kind.equals("<Triples>") ? 3 : 4;
        int count = tokens.count(values * (1L + Integer.BYTES));
        file.skip((long) count * values * (1 + Integer.BYTES));
        tokens.expect(kind.replace("<", "</"));
        tokens.expect("<LogProbs>");
        int transitions = tokens.skipVector() - 1;
        tokens.expect("</LogProbs>");
        tokens.expect("</TransitionModel>");
        if (transitions < 1) {
            throw file.foreign("a model without transitions", "at least one");
        }
        return transitions;
    }

    /** Which states a phone has: they matter to nobody here, but what comes behind them does. */
    private static void skipTopology(ModelFile file, KaldiTokens tokens) throws IOException {
        tokens.skipIntegers();
        int entries = tokens.number();
        boolean separate = entries == -1;
        if (separate) {
            entries = tokens.number();
        }
        file.need(entries);
        for (int i = 0; i < entries; i++) {
            int states = tokens.count(1);
            for (int state = 0; state < states; state++) {
                tokens.number();
                if (separate) {
                    tokens.number();
                }
                int arcs = tokens.count(2 * (1L + Integer.BYTES));
                file.skip((long) arcs * 2 * (1 + Integer.BYTES));
            }
        }
        tokens.expect("</Topology>");
    }

    /** The last thing in the file is a vector that tells how long it is. */
    private static void checkEnd(Path folder, String name) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name))) {
            long size = channel.size();
            int length = (int) Math.min(size, TAIL);
            ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(size - length);
            int count = 0;
            while (count >= 0 && tail.hasRemaining()) {
                count = channel.read(tail);
            }
            for (int at = length - LAST.length - Integer.BYTES; at >= 0; at--) {
                if (begins(tail, at)) {
                    int priors = tail.getInt(at + LAST.length);
                    if (length - at - LAST.length - Integer.BYTES == (long) priors * Float.BYTES) {
                        return;
                    }
                    break;
                }
            }
            throw new ModelRefusedException(
                    Reason.WRONG_LENGTH,
                    name,
                    "it ends after " + size + " bytes in the middle of the network",
                    "the priors of its outputs at the end",
                    "the file is cut off or damaged: get the model again");
        }
    }

    private static boolean begins(ByteBuffer bytes, int at) {
        for (int i = 0; i < LAST.length; i++) {
            if (bytes.get(at + i) != LAST[i]) {
                return false;
            }
        }
        return true;
    }
}
