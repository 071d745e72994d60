/**
 * Models of speech that an operator brings along, in the layout of Vosk's own: looked at file by file before native code
 * may read one, installed whole or not at all, and known by a hash over all of their bytes. What is read here is never what
 * somebody said; what is written are models, their lists of files and their words.
 */
@NullMarked
package dev.sotto.speech.official;

import org.jspecify.annotations.NullMarked;
