@NullMarked
package dev.sotto.channel.wire;

import org.jspecify.annotations.NullMarked;
