/**
 * Values in words: numbers, sums of money, yes and no, as small pure parsers whose vocabulary is a resource for each
 * language. English is complete; another language reads digits until it has a resource. Knows nothing of bots.
 */
@NullMarked
package dev.sotto.nlu.value;

import org.jspecify.annotations.NullMarked;
