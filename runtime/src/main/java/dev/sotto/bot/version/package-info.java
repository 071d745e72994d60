/**
 * Bots that can be talked to: compiled to immutable versions, served under an alias that moves to a new version when the
 * files change, and kept for as long as a conversation holds them. Owns the model cache, the only thing written here;
 * what a conversation says never enters.
 */
@NullMarked
package dev.sotto.bot.version;

import org.jspecify.annotations.NullMarked;
