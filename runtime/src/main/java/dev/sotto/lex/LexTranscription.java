package dev.sotto.lex;

import dev.sotto.sensitive.Utterance;

/**
 * One guess at the words, as Lex V2 passes it to a hook.
 *
 * @param confidence 0 to 1; typed text has 1
 */
public record LexTranscription(Utterance transcription, double confidence) {}
