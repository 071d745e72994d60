package dev.sotto.session;

import dev.sotto.bot.BotName;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.bot.version.VersionId;
import dev.sotto.sensitive.Secret;
import dev.sotto.turn.SessionId;
import java.time.Duration;
import java.util.Locale;

/**
 * What a client is told when it has come to a session.
 *
 * @param key lets it come back: a resume key that the next admission replaces, or over HTTP the key of the session
 * @param received the number of the last input that was taken
 * @param version of the bot; the session keeps it to its end
 * @param idle how long the session lives without an input; zero: nothing is remembered from one turn to the next
 * @param lifetime how long it lives at most
 * @param compiled the bot itself, usable while the session lives
 */
public record Admission(
        SessionId session,
        Secret key,
        long received,
        BotName bot,
        VersionId version,
        Locale locale,
        Duration idle,
        Duration lifetime,
        CompiledLocale compiled) {}
