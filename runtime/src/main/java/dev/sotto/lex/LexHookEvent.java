package dev.sotto.lex;

import java.util.List;
import java.util.Optional;

/**
 * What a hook is told of a conversation (Lex V2 developer guide, Lambda event), without the names of bot and session,
 * which whoever calls the hook adds.
 *
 * @param label the place of the call, if the hook has one
 * @param interpretations the readings, the active intent first, at most five
 * @param proposal what the bot would ask next; only for a dialogue hook and a slot
 * @param transcriptions the person's words, the likeliest first, at most three; empty unless the hook may have them
 */
public record LexHookEvent(
        InvocationSource source,
        Optional<String> label,
        InputMode inputMode,
        List<LexInterpretation> interpretations,
        Optional<LexProposal> proposal,
        LexSessionState sessionState,
        List<LexTranscription> transcriptions) {

    /** As many readings as Lex V2 passes. */
    public static final int MAX_INTERPRETATIONS = 5;

    /** As many guesses as Lex V2 passes. */
    public static final int MAX_TRANSCRIPTIONS = 3;

    public LexHookEvent {
        interpretations = List.copyOf(interpretations);
        transcriptions = List.copyOf(transcriptions);
        if (interpretations.size() > MAX_INTERPRETATIONS || transcriptions.size() > MAX_TRANSCRIPTIONS) {
            throw new IllegalArgumentException("more readings or transcriptions than Lex passes to a hook");
        }
    }
}
