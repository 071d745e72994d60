/**
 * The engine that decodes: libvosk, behind a wrapper that makes each of the ways in which it takes the whole process down
 * impossible from outside, and the writing of its model folders. Files written here hold models, never audio or words that
 * somebody said. Words cross into native code as numbers only, so that nothing it prints could tell one.
 */
@NullMarked
package dev.sotto.speech.vosk;

import org.jspecify.annotations.NullMarked;
