package dev.sotto.bot.build;

import dev.sotto.bot.Bot;
import java.util.List;

/**
 * A bot as its author wrote it, read and found sound.
 *
 * @param locales the bot in each of its locales, the first of which it speaks when none is asked for
 * @param source the files that it was read from
 */
public record WrittenBot(List<Bot> locales, BotSource source) {

    public WrittenBot {
        locales = List.copyOf(locales);
        if (locales.isEmpty()) {
            throw new IllegalArgumentException("a bot without a locale");
        }
    }

    /** Returns a bot of one locale and one file. */
    public static WrittenBot of(Bot bot, SourceFile file) {
        return new WrittenBot(List.of(bot), BotSource.of(file));
    }

    /** Returns the bot in the locale that it speaks when none is asked for. */
    public Bot main() {
        return locales.get(0);
    }
}
