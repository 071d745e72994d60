/**
 * The record of decisions: who was let in, what was refused, what was called, what ended and why. Events are typed and
 * free of content by construction: their fields are enums, names from an operator's own files, and ids; people and
 * principals stand in them as keyed hashes. No text may enter here.
 */
@NullMarked
package dev.sotto.audit;

import org.jspecify.annotations.NullMarked;
