/**
 * From a text to a confidence for each intent: linear heads on a sentence vector, a sparse model on words and character
 * n-grams, their pool, and the judgement whether the text belongs to the bot at all. Knows nothing of slots, sessions or
 * where vectors come from; native code may not enter.
 */
@NullMarked
package dev.sotto.nlu.intent;

import org.jspecify.annotations.NullMarked;
