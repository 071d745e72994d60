/**
 * The synthesiser that comes along, in processes of its own: it takes minutes of the good compiler's time until it is quick,
 * and tens of megabytes, neither of which a server that answers in milliseconds should notice. Owns the processes and their
 * pipes; each speaks one phrase at a time.
 *
 * <p>What crosses the pipes, numbers with the higher byte first: to the process a phrase, as the name of the voice (UTF), the
 * rate (32 bits), the pace (double), the rest in milliseconds (32 bits), the number of letters (32 bits) and the letters, and
 * one byte more when enough was spoken or all of it came. From the process: 1 when it is ready to speak, then for each phrase its
 * frames, each with its length (32 bits) before it, and 0 at the end, or -1 if it failed.
 */
@NullMarked
package dev.sotto.speech.apart;

import org.jspecify.annotations.NullMarked;
