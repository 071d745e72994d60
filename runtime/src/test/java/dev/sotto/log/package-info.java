@NullMarked
package dev.sotto.log;

import org.jspecify.annotations.NullMarked;
