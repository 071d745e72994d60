/**
 * What every synthesiser does with the audio that its engine makes, until it is the frames that a sink gets: silence cut at
 * both ends, an even level, the wanted rate. Pure arithmetic over arrays; buffers are overwritten after use.
 */
@NullMarked
package dev.sotto.speech.delivery;

import org.jspecify.annotations.NullMarked;
