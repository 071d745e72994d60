/** Tests of the synthesiser that comes along. */
@NullMarked
package dev.sotto.speech.flite;

import org.jspecify.annotations.NullMarked;
