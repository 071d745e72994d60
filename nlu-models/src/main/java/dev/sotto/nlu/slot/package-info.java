/**
 * Slot values in utterances: the bot's own lists with synonyms, built-in types, and open types by the words that carry
 * them in the author's examples. Built from a training set alone; knows nothing of classifiers or native code.
 */
@NullMarked
package dev.sotto.nlu.slot;

import org.jspecify.annotations.NullMarked;
