package dev.sotto.cli;

import dev.sotto.bot.exchange.Imported;
import java.util.List;

/** What an import has to tell to people. */
final class Report {

    private Report() {}

    /** Returns the report on a bot, without a line break at its end. */
    static String of(String place, Imported bot) {
        StringBuilder text = new StringBuilder();
        text.append(place)
                .append(": ")
                .append(bot.title())
                .append(", ")
                .append(String.join(", ", bot.speaks()))
                .append(", ")
                .append(bot.intents())
                .append(" intents, ")
                .append(bot.slots())
                .append(" slots. Of the export, ")
                .append(bot.translated())
                .append(" values were read.");
        section(text, "Means nearly the same", bot.approximated());
        section(text, "Left out", bot.left());
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(System.lineSeparator()).append(title).append(':');
            lines.forEach(
                    line -> text.append(System.lineSeparator()).append("  ").append(line));
        }
    }
}
