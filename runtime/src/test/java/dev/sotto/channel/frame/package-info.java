@NullMarked
package dev.sotto.channel.frame;

import org.jspecify.annotations.NullMarked;
