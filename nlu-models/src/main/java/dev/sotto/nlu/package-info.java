/**
 * Understanding: from an utterance to ranked intents with slot values and calibrated confidence. Plain blocking Java,
 * without a thread, socket or clock of its own. {@link dev.sotto.nlu.UnderstandingEngine} is the seam; the encoder and
 * the OpenNLP implementations live in packages below and pass one contract test.
 */
@NullMarked
package dev.sotto.nlu;

import org.jspecify.annotations.NullMarked;
