/**
 * Speaks whole messages: phrase after phrase with a synthesiser, the next one made while the one before is heard, and what a
 * bot always says from audio that was rendered ahead. Starts no threads; whoever owns some lends them. Only a bot's own words
 * are ever kept, which the types see to.
 */
@NullMarked
package dev.sotto.speech.speaker;

import org.jspecify.annotations.NullMarked;
