/** Audio as it is stored and sent: WAV files, the telephone's companding, sample rates. Pure arithmetic over arrays. */
@NullMarked
package dev.sotto.speech.audio;

import org.jspecify.annotations.NullMarked;
