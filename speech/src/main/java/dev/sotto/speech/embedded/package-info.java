/**
 * The recogniser that comes along: a bot's own words, the acoustic model, and the front end for whole turns, behind the
 * recogniser's seam. What it writes are models; audio is held until a turn is over and then wiped.
 */
@NullMarked
package dev.sotto.speech.embedded;

import org.jspecify.annotations.NullMarked;
