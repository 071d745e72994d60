package dev.sotto.bot.exchange;

import java.util.Locale;

/** The words that a name is made of. */
final class Words {

    private Words() {}

    /** Returns {@code pickup date} for {@code PickupDate} and {@code pickup_date}. */
    static String of(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[._-]+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
