package dev.sotto.channel.frame;

import dev.sotto.json.WholeText;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 without tolerance (RFC 3629), and text without halves of surrogate pairs. */
final class StrictText {

    private StrictText() {}

    /**
     * Decodes bytes into an array that has as many places as there are bytes.
     *
     * @return how many of them are used
     * @throws RefusedException with {@code frame.malformed} if the bytes are not UTF-8
     */
    static int decode(ByteBuffer bytes, char[] into) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.wrap(into);
        CoderResult result = decoder.decode(bytes.duplicate(), text, true);
        if (result.isError()) {
            throw new RefusedException(RefusalCode.FRAME_MALFORMED);
        }
        return text.position();
    }

    /**
     * Refuses null characters and unpaired surrogates, which only an escape in JSON can smuggle in.
     *
     * @throws RefusedException with {@code frame.malformed} if there are any
     */
    static void requireWhole(String text) {
        if (!WholeText.isWhole(text)) {
            throw new RefusedException(RefusalCode.FRAME_MALFORMED);
        }
    }
}
