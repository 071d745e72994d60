/**
 * A conversation that is spoken: the line between a person and a session. What comes in is listened to on the threads of
 * engines, what is noticed goes through turn taking, and what comes of that is done here: a turn is handed to the session,
 * an answer is spoken, the bot falls silent. A line belongs to a connection and is confined to its event loop; how audio
 * travels is the channel's, and nothing of it is kept.
 */
@NullMarked
package dev.sotto.voice;

import org.jspecify.annotations.NullMarked;
