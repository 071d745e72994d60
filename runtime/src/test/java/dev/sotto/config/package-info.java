@NullMarked
package dev.sotto.config;

import org.jspecify.annotations.NullMarked;
