package dev.sotto.bot.exchange;

import dev.sotto.bot.build.BotFormat;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.value.BuiltInTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The slot types of one bot: its own, and what stands for Lex's built-in ones. Confined to one import. */
final class SlotTypes {

    private static final String AMAZON = "AMAZON.";
    private static final Map<String, SlotTypeName> SAME = Map.of(
            "AMAZON.Number", BuiltInTypes.NUMBER,
            "AMAZON.NUMBER", BuiltInTypes.NUMBER,
            "AMAZON.Ordinal", BuiltInTypes.ORDINAL,
            "AMAZON.Percentage", BuiltInTypes.PERCENTAGE,
            "AMAZON.Currency", BuiltInTypes.MONEY,
            "AMAZON.Date", BuiltInTypes.DATE,
            "AMAZON.DATE", BuiltInTypes.DATE,
            "AMAZON.Time", BuiltInTypes.TIME,
            "AMAZON.TIME", BuiltInTypes.TIME,
            "AMAZON.Confirmation", BuiltInTypes.YES_NO);

    private final Account account;
    private final Map<String, Draft.Type> types = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();

    SlotTypes(Account account) {
        this.account = account;
    }

    /** Notes a type of the bot's own, so that slots can be of it. */
    void declare(String lexName) {
        names.put(lexName, free(lexName));
    }

    /** Returns a name that no other type has, as near to the wanted one as can be. */
    private String free(String wanted) {
        String name = wanted;
        while (BotFormat.BUILT_IN_TYPES.contains(name) || isTaken(name)) {
            name = name + "-type";
        }
        return name;
    }

    private boolean isTaken(String name) {
        return names.values().stream().anyMatch(other -> other.equalsIgnoreCase(name));
    }

    /** Takes up a type of the bot's own. Words that lead to two values lead to the first. */
    void add(Piece file, String lexName, boolean open, List<Draft.Value> values) {
        Set<String> words = new HashSet<>();
        List<Draft.Value> sound = new ArrayList<>();
        for (Draft.Value value : values) {
            if (!fits(value.value()) || !words.add(folded(value.value()))) {
                account.approximated(file, "a value that is there twice, or longer than " + BotFormat.MAX_VALUE);
                continue;
            }
            List<String> synonyms = new ArrayList<>();
            for (String synonym : value.synonyms()) {
                if (fits(synonym) && words.add(folded(synonym))) {
                    synonyms.add(synonym);
                } else if (!folded(synonym).equals(folded(value.value()))) {
                    account.approximated(file, "other words for a value that are there twice; the first time counts");
                }
            }
            sound.add(new Draft.Value(value.value(), synonyms));
        }
        String name = names.getOrDefault(lexName, lexName);
        types.put(name, new Draft.Type(name, open || sound.isEmpty(), sound));
    }

    /** Returns the name of the type that a slot is of. */
    String of(Piece lexName) {
        String name = lexName.text();
        SlotTypeName same = SAME.get(name);
        if (same != null) {
            if (same.equals(BuiltInTypes.YES_NO)) {
                account.approximated(lexName, "yes-no, which knows no \"maybe\" and \"don't know\"");
            }
            return same.value();
        }
        if (names.containsKey(name)) {
            return names.get(name);
        }
        boolean builtIn = name.startsWith(AMAZON);
        account.approximated(
                lexName, "a type that takes what is said as it is said" + (builtIn ? ", without resolving it" : ""));
        String own = free(builtIn ? name.substring(AMAZON.length()) : name);
        names.put(name, own);
        types.put(own, new Draft.Type(own, true, List.of()));
        return own;
    }

    List<Draft.Type> all() {
        return List.copyOf(types.values());
    }

    private static boolean fits(String words) {
        return !words.isBlank() && words.codePointCount(0, words.length()) <= BotFormat.MAX_VALUE;
    }

    private static String folded(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
