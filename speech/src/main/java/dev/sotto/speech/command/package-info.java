/**
 * A synthesiser that is a program of the operator's: words on its standard input, audio on its standard output, a process for
 * each phrase. It gets time, audio and processes up to a limit, and its standard error is thrown away, for it may repeat what
 * it was given.
 */
@NullMarked
package dev.sotto.speech.command;

import org.jspecify.annotations.NullMarked;
