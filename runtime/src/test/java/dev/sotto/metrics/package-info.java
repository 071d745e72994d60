@NullMarked
package dev.sotto.metrics;

import org.jspecify.annotations.NullMarked;
