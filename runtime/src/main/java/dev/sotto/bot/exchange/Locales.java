package dev.sotto.bot.exchange;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.BotSource;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.yaml.Problems;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one bot of the locales of an export, as far as they are of one structure. */
final class Locales {

    private static final String ANY = "it";
    private static final String ENGLISH = "en";

    private Locales() {}

    /**
     * Returns bots as few as can be. Of several locales English is the first, or else the first by its name, for an export
     * does not tell which was there first.
     */
    static List<Imported> together(List<Imported> bots, Optional<URI> hook) {
        List<Imported> left = new ArrayList<>(bots);
        left.sort(Comparator.comparing((Imported bot) -> !bot.locale().startsWith(ENGLISH))
                .thenComparing(Imported::locale));
        List<Imported> joined = new ArrayList<>();
        while (!left.isEmpty()) {
            Imported first = left.remove(0);
            for (Imported other : List.copyOf(left)) {
                if (fits(first, other, hook)) {
                    first = first.with(other);
                    left.remove(other);
                }
            }
            joined.add(first);
        }
        return joined.size() < 2 ? joined : joined.stream().map(Imported::apart).toList();
    }

    /** Returns the files of a bot by their names. */
    static Map<String, String> files(List<Draft> locales, String name, Optional<URI> hook) {
        Yaml.Fields main = BotText.tree(locales.get(0), name, hook);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("bot.yaml", BotText.of(main));
        for (Draft other : locales.subList(1, locales.size())) {
            difference(locales.get(0), main, other, name, hook)
                    .ifPresent(different -> files.put("bot." + other.locale() + ".yaml", BotText.of(different)));
        }
        return files;
    }

    private static Optional<Yaml.Fields> difference(
            Draft first, Yaml.Fields main, Draft other, String name, Optional<URI> hook) {
        boolean same = first.locale().split("-", -1)[0].equals(other.locale().split("-", -1)[0]);
        Difference.Words words = same ? Difference.Words.SHARED : Difference.Words.TRANSLATED;
        return Difference.of(main, BotText.tree(other, name, hook), words);
    }

    /** Two locales fit if the second, laid over the first, is the bot that it is by itself. */
    private static boolean fits(Imported first, Imported other, Optional<URI> hook) {
        if (!first.title().equals(other.title()) || first.speaks(other.locale())) {
            return false;
        }
        Map<String, SourceFile> files = new LinkedHashMap<>();
        files(List.of(first.draft(), other.draft()), ANY, hook)
                .forEach((name, text) -> files.put(name, new SourceFile(name, text)));
        SourceFile own = new SourceFile("bot.yaml", BotText.of(BotText.tree(other.draft(), ANY, hook)));
        Optional<Bot> alone = BotReader.read(own, ANY, new Problems());
        Optional<Bot> laidOver = BotReader.read(new BotSource(files), ANY, new Problems())
                .map(WrittenBot::locales)
                .filter(locales -> locales.size() == 2)
                .map(locales -> locales.get(1));
        return alone.isPresent() && alone.equals(laidOver);
    }
}
