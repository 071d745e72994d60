@NullMarked
package dev.sotto.voice;

import org.jspecify.annotations.NullMarked;
