/**
 * What every engine does alike with a trained classifier and slot reader: rank the intents, fill their slots, read the
 * answer that was asked for. The one place of this module where an utterance is revealed. Knows no engine.
 */
@NullMarked
package dev.sotto.nlu.reading;

import org.jspecify.annotations.NullMarked;
