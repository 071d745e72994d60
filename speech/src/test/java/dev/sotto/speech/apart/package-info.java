@NullMarked
package dev.sotto.speech.apart;

import org.jspecify.annotations.NullMarked;
