package dev.sotto.fulfilment;

import dev.sotto.bot.BotName;
import dev.sotto.bot.version.VersionId;
import dev.sotto.lex.LexBot;
import dev.sotto.turn.HookId;
import dev.sotto.turn.SessionId;
import java.util.Locale;

/** The conversation that a hook is called for. */
public record HookOrigin(SessionId session, BotName bot, VersionId version, Locale locale) {

    /** Today a bot has one alias; Lex wants to know a name. */
    private static final String ALIAS = "live";

    LexBot toLex() {
        return new LexBot(session.value(), bot.value(), ALIAS, version.toString(), locale);
    }

    /** Returns what makes two attempts at one call recognisable as one. */
    String idempotencyKey(HookId hook) {
        return session.value() + "." + hook;
    }
}
