/**
 * Words: cutting a text into them with their places, folding them so that case, accents and apostrophes do not matter,
 * and cutting it into sentences. Knows nothing of intents, slots or models.
 */
@NullMarked
package dev.sotto.nlu.text;

import org.jspecify.annotations.NullMarked;
