package dev.sotto.lex;

import java.util.Locale;

/**
 * Who is asking, as Lex V2 tells a hook.
 *
 * @param session Lex's sessionId
 * @param name of the bot, which is its id too: names are unique in an installation
 * @param alias what the conversation was opened on
 * @param version of the bot behind that alias
 */
public record LexBot(String session, String name, String alias, String version, Locale locale) {

    /** Returns the locale in Lex's spelling: {@code en_GB}. */
    public String localeId() {
        return locale.toLanguageTag().replace('-', '_');
    }
}
