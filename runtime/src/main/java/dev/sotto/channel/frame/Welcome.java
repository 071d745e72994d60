package dev.sotto.channel.frame;

import dev.sotto.bot.BotName;
import dev.sotto.sensitive.Secret;
import dev.sotto.turn.SessionId;
import java.util.Locale;

/**
 * What a client is told when it has come to a session.
 *
 * @param key the resume key of a WebSocket, or the session key over HTTP
 * @param received the number of the last input that arrived
 * @param version the id of the bot's version that the session keeps
 */
public record Welcome(
        SessionId session, Secret key, long received, BotName bot, String version, Locale locale, ShownLimits limits) {}
