/** What of a bot can be spoken before anybody calls: its own words, and nothing with a value in it. */
@NullMarked
package dev.sotto.bot.spoken;

import org.jspecify.annotations.NullMarked;
