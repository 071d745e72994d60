/**
 * The sentence encoder and the understanding engine built on it: WordPiece tokens, one pass of MiniLM on ONNX Runtime,
 * heads on the vector. The only package that touches native code; it reports plainly when that does not load, and the
 * engine then serves in pure Java. OpenNLP may not enter.
 */
@NullMarked
package dev.sotto.nlu.embedding;

import org.jspecify.annotations.NullMarked;
