/**
 * Recognisers in processes of their own: native code that crashes takes nobody with it. Owns their processes, their pipes,
 * and the audio of turns under way for as long as it may have to be played again.
 *
 * <p>What crosses the pipes: blocks of 8,192 bytes, each some messages and zeros behind them. A message is a byte that tells
 * its kind, the number of a stream (32 bits), the length of the rest (16 bits), and the rest; numbers have the higher byte
 * first.
 *
 * <ol>
 *   <li>ready (from the worker, first of all): a magic number, the version, and why it cannot listen, if so
 *   <li>open: format, and up to 8 parts of ears by folder, name and number of words
 *   <li>audio: number of its first sample, at most 6,400 bytes
 *   <li>finish: number of the turn
 *   <li>close
 *   <li>ping: a number
 *   <li>pong: that number, resident and loaded bytes, commands that wait, and how much was done
 *   <li>partial: turn, sample up to which it listened, what was heard
 *   <li>result: turn, what was heard
 *   <li>forgot: turn, sample before which nobody spoke
 *   <li>failed: why the stream is of no use any more
 * </ol>
 *
 * <p>What was heard is nothing, other speech, or up to 1,000 numbers of words: a worker has no words, neither in its memory
 * nor in that of native code. Anything else that comes over a pipe ends the worker. Its standard error goes nowhere, and
 * what native code prints goes the same way.
 */
@NullMarked
package dev.sotto.speech.worker;

import org.jspecify.annotations.NullMarked;
