package dev.sotto.lex;

import java.util.OptionalDouble;

/**
 * One reading of an utterance as Lex V2 has it.
 *
 * @param confidence 0 to 1; absent for an intent that was not chosen by understanding
 */
public record LexInterpretation(LexIntent intent, OptionalDouble confidence) {}
