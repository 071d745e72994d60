@NullMarked
package dev.sotto.speech.turntaking;

import org.jspecify.annotations.NullMarked;
