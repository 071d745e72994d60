package dev.sotto.fulfilment;

import dev.sotto.bot.BotName;
import dev.sotto.bot.version.AliasName;
import dev.sotto.bot.version.VersionId;
import dev.sotto.lex.LexBot;
import dev.sotto.turn.HookId;
import dev.sotto.turn.SessionId;
import java.util.Locale;

/** The conversation that a hook is called for. */
public record HookOrigin(SessionId session, BotName bot, AliasName alias, VersionId version, Locale locale) {

    LexBot toLex() {
        return new LexBot(session.value(), bot.value(), alias.value(), version.toString(), locale);
    }

    /** Returns what makes two attempts at one call recognisable as one. */
    String idempotencyKey(HookId hook) {
        return session.value() + "." + hook;
    }
}
