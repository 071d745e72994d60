/**
 * Bots that come from Amazon Lex. Reads exports of Lex V2 and V1, puts them into the words of our own format, and keeps
 * account of every member of the export: what was translated, what only approximately, and what was left. Nothing that an
 * export holds is trusted: its size, its names and its text are checked before they are used.
 */
@NullMarked
package dev.sotto.bot.exchange;

import org.jspecify.annotations.NullMarked;
