@NullMarked
package dev.sotto.bot.exchange;

import org.jspecify.annotations.NullMarked;
