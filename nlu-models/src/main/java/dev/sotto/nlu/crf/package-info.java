/**
 * A linear-chain conditional random field over lexical features, which marks slot values in texts like those it was
 * trained on. For bots with so many annotated examples that statistics beat an author's carrier phrases. Pure Java;
 * encoders and OpenNLP may not enter.
 */
@NullMarked
package dev.sotto.nlu.crf;

import org.jspecify.annotations.NullMarked;
