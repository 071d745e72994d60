/**
 * How well an engine understands: accuracy, calibration, rejection of what is out of scope, slot scores and cost, on
 * labelled texts that an operator brings. Works on any engine through the seam; files and printing are the caller's.
 */
@NullMarked
package dev.sotto.nlu.evaluation;

import org.jspecify.annotations.NullMarked;
