@NullMarked
package dev.sotto.lex;

import org.jspecify.annotations.NullMarked;
