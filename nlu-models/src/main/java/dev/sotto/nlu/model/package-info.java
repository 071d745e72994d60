/**
 * The bytes of a trained model: a small versioned form with a checksum, written and read in order. What the numbers mean
 * is their owners' affair; files, streams and caches may not enter.
 *
 * <p>Form, all numbers big-endian: 8 bytes {@code SOTTOMDL}; 2 bytes version of the form; the engine's name as text; 32
 * bytes SHA-256 of the engine's fingerprint and the training set; the engine's own fields; 4 bytes CRC-32C of all before.
 * A text is its length in UTF-8 in 2 bytes and then itself; an array is its length in 4 bytes and then its numbers.
 */
@NullMarked
package dev.sotto.nlu.model;

import org.jspecify.annotations.NullMarked;
