package dev.sotto.channel.frame;

import dev.sotto.bot.BotName;
import java.util.List;
import java.util.Locale;

/**
 * A bot as the page offers it.
 *
 * @param title for people
 * @param hint what a newcomer could try
 */
public record BotCard(BotName name, String title, String hint, List<Locale> locales) {

    public BotCard {
        locales = List.copyOf(locales);
    }
}
