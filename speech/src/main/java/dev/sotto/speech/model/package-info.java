/**
 * The acoustic model that comes along: the one for US English of CMU Sphinx, read from its files, and what is computed
 * from it for noise and for the telephone. Needs no recording. Knows nothing of bots and of the engine that decodes.
 */
@NullMarked
package dev.sotto.speech.model;

import org.jspecify.annotations.NullMarked;
