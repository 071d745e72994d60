/**
 * Apache OpenNLP: tokens, sentences, language detection, and an engine of its document categoriser and name finder.
 * OpenNLP's objects keep state from call to call, so each thread has its own, and nothing here caches what was said. The
 * sentence encoder may not enter.
 */
@NullMarked
package dev.sotto.nlu.opennlp;

import org.jspecify.annotations.NullMarked;
