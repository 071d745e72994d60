/** The client of the command line, against the real server. */
@NullMarked
package dev.sotto.client;

import org.jspecify.annotations.NullMarked;
