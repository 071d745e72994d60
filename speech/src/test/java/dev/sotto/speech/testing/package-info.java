/** What tests of speech need: speech itself, made of nothing but the acoustic model, and a bot to speak to. */
@NullMarked
package dev.sotto.speech.testing;

import org.jspecify.annotations.NullMarked;
