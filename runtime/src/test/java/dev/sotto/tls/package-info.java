@NullMarked
package dev.sotto.tls;

import org.jspecify.annotations.NullMarked;
