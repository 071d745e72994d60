@NullMarked
package dev.sotto.health;

import org.jspecify.annotations.NullMarked;
