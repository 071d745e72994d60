@NullMarked
package dev.sotto.server;

import org.jspecify.annotations.NullMarked;
