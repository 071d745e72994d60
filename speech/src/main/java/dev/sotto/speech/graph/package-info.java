/**
 * What a bot can hear: its words, how they sound, which follow each other, and the one graph of sounds that all of it
 * becomes. Made from the bot's own words alone. Knows nothing of the engine that decodes.
 */
@NullMarked
package dev.sotto.speech.graph;

import org.jspecify.annotations.NullMarked;
