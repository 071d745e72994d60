package dev.sotto.client;

import java.time.Duration;
import java.util.Optional;

/**
 * A turn that was spoken. All times are from the end of what was said.
 *
 * @param transcript what was heard; nothing if it was nothing that can be said to the bot
 * @param partials how often words were shown before that
 * @param heard until that was known
 * @param answered until the answer was there in writing
 * @param spoken until the first of it was there aloud
 * @param audio the answer, aloud
 */
public record SpokenTurn(
        Optional<String> transcript,
        int partials,
        Duration heard,
        Duration answered,
        Duration spoken,
        Answer answer,
        SpokenConversation.Audio audio) {}
