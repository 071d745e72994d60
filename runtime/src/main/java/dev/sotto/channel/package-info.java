/**
 * How people reach the bots. Each package below is a way in or a part of one; this one holds what they share. Channels
 * translate and bound; they decide nothing about a conversation.
 */
@NullMarked
package dev.sotto.channel;

import org.jspecify.annotations.NullMarked;
