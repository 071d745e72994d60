/**
 * The way in over HTTPS: tokens, sessions and turns as requests, the list of bots, and the page with the chat. One small
 * table of routes, one reader of bodies, one writer of answers; nothing of a conversation is decided here.
 */
@NullMarked
package dev.sotto.channel.http;

import org.jspecify.annotations.NullMarked;
