package dev.sotto.bot.exchange;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps account of what an export leaves out, each once. Confined to one export. */
final class Leavings {

    private final Set<String> lines = new LinkedHashSet<>();

    /** @param place the keys that lead there in the bot's file */
    void add(String place, String why) {
        lines.add(place + ": " + why);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
