package dev.sotto.bot.build;

/**
 * Something wrong inside a text, before it is known where in a file the text stands.
 *
 * @param offset the first code unit of it in the text
 * @param code stable and dotted
 */
record Fault(int offset, String code, String found, String expected) {}
