/**
 * Lex V2's session state as data, and its JSON: what hooks are told and answer, and what the state of a conversation
 * renders to. Names, limits and null rules are Lex's (runtime.lex.v2, 2020-08-07); values that people gave stay guarded.
 */
@NullMarked
package dev.sotto.lex;

import org.jspecify.annotations.NullMarked;
