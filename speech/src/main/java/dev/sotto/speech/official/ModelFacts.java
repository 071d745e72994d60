package dev.sotto.speech.official;

/**
 * What the files of a model tell.
 *
 * @param layout where its files lie
 * @param rate samples a second that it hears
 * @param words all that it can hear
 */
record ModelFacts(Layout layout, ModelKind kind, int rate, SymbolTable words) {}
