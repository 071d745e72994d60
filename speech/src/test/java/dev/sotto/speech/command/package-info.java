/** Tests of programs that speak. */
@NullMarked
package dev.sotto.speech.command;

import org.jspecify.annotations.NullMarked;
