@NullMarked
package dev.sotto.channel.audiosocket;

import org.jspecify.annotations.NullMarked;
