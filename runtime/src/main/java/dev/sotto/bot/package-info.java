/**
 * What a bot is: its intents, slots, slot types, prompts and messages in one locale, as immutable records in the terms
 * of Lex V2. Reading them from files, compiling and versioning happen in the packages below; nothing here knows of
 * files, sessions or time.
 */
@NullMarked
package dev.sotto.bot;

import org.jspecify.annotations.NullMarked;
