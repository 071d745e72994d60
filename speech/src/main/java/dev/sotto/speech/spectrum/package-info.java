/**
 * Spectra as the acoustic model sees them: frames, mel bands and cepstra, with the numbers of the model's own front end.
 * Pure arithmetic; no audio formats, no files.
 */
@NullMarked
package dev.sotto.speech.spectrum;

import org.jspecify.annotations.NullMarked;
