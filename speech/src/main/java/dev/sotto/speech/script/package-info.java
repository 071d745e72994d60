/**
 * What is to be spoken, from the text of a message, with or without SSML, to the phrases that a synthesiser takes one after
 * the other. Pure functions of text, which may be a person's: nothing here may log, quote or keep it. English only.
 */
@NullMarked
package dev.sotto.speech.script;

import org.jspecify.annotations.NullMarked;
