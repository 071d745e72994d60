package dev.sotto.bot.exchange;

import dev.sotto.bot.build.BotFormat;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.value.BuiltInTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The slot types of one bot: its own, and what stands for Lex's built-in ones. Confined to one import. */
final class SlotTypes {

    private static final String AMAZON = "AMAZON.";
    private static final Map<String, SlotTypeName> SAME = Map.ofEntries(
            Map.entry("AlphaNumeric", BuiltInTypes.ALPHANUMERIC),
            Map.entry("City", BuiltInTypes.CITY),
            Map.entry("Confirmation", BuiltInTypes.CONFIRMATION),
            Map.entry("Country", BuiltInTypes.COUNTRY),
            Map.entry("Currency", BuiltInTypes.MONEY),
            Map.entry("Date", BuiltInTypes.DATE),
            Map.entry("Duration", BuiltInTypes.DURATION),
            Map.entry("EmailAddress", BuiltInTypes.EMAIL),
            Map.entry("FirstName", BuiltInTypes.FIRST_NAME),
            Map.entry("FreeFormInput", BuiltInTypes.FREE_TEXT),
            Map.entry("LastName", BuiltInTypes.LAST_NAME),
            Map.entry("Number", BuiltInTypes.NUMBER),
            Map.entry("Ordinal", BuiltInTypes.ORDINAL),
            Map.entry("Percentage", BuiltInTypes.PERCENTAGE),
            Map.entry("PhoneNumber", BuiltInTypes.PHONE),
            Map.entry("State", BuiltInTypes.STATE),
            Map.entry("StreetName", BuiltInTypes.STREET),
            Map.entry("Time", BuiltInTypes.TIME),
            Map.entry("UKPostalCode", BuiltInTypes.UK_POSTCODE),
            Map.entry("DATE", BuiltInTypes.DATE),
            Map.entry("DURATION", BuiltInTypes.DURATION),
            Map.entry("FOUR_DIGIT_NUMBER", BuiltInTypes.NUMBER),
            Map.entry("NUMBER", BuiltInTypes.NUMBER),
            Map.entry("TIME", BuiltInTypes.TIME),
            Map.entry("US_CITY", BuiltInTypes.CITY),
            Map.entry("US_FIRST_NAME", BuiltInTypes.FIRST_NAME),
            Map.entry("US_LAST_NAME", BuiltInTypes.LAST_NAME),
            Map.entry("US_STATE", BuiltInTypes.STATE),
            Map.entry("EUROPE_CITY", BuiltInTypes.CITY),
            Map.entry("GB_CITY", BuiltInTypes.CITY),
            Map.entry("GB_FIRST_NAME", BuiltInTypes.FIRST_NAME),
            Map.entry("GB_LAST_NAME", BuiltInTypes.LAST_NAME),
            Map.entry("StreetAddress", BuiltInTypes.STREET));

    private final Account account;
    private final Map<String, Draft.Type> types = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Map<String, String>> wholes = new HashMap<>();

    SlotTypes(Account account) {
        this.account = account;
    }

    /** Notes a type of the bot's own, so that slots can be of it. */
    void declare(String lexName) {
        declare(lexName, Optional.empty());
    }

    /** Notes a type of the bot's own, so that slots can be of it by its name or the identifier that Lex gave it. */
    void declare(String lexName, Optional<String> identifier) {
        String name = free(lexName);
        names.put(lexName, name);
        identifier.filter(id -> !id.isEmpty()).ifPresent(id -> names.put(id, name));
    }

    /** Takes up a type of several parts: their names, and the names of their types in Lex. */
    void addWhole(String lexName, Map<String, String> parts) {
        wholes.put(lexName, new LinkedHashMap<>(parts));
    }

    /** Returns the parts of a type and their types; none for most. */
    Map<String, String> parts(String lexName) {
        return wholes.getOrDefault(lexName, Map.of());
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
    void add(Piece file, String lexName, boolean open, List<Draft.Value> values, Optional<String> pattern) {
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
        types.put(name, new Draft.Type(name, pattern.isEmpty() && (open || sound.isEmpty()), sound, pattern));
    }

    /** Returns the name of the type that a slot is of. */
    String of(Piece lexName) {
        return of(lexName.text(), lexName);
    }

    /** Returns the name of a type that is called so in Lex, at some place. */
    String of(String name, Piece lexName) {
        SlotTypeName same = name.startsWith(AMAZON) ? SAME.get(name.substring(AMAZON.length())) : null;
        if (same != null) {
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
        types.put(own, new Draft.Type(own, true, List.of(), Optional.empty()));
        return own;
    }

    /** Returns what Lex calls a type. */
    static String lexName(SlotTypeName type) {
        if (type.equals(BuiltInTypes.YES_NO)) {
            return AMAZON + "Confirmation";
        }
        return SAME.entrySet().stream()
                .filter(same -> same.getValue().equals(type))
                .map(Map.Entry::getKey)
                .filter(name -> name.chars().anyMatch(Character::isLowerCase))
                .min(Comparator.comparing(String::length))
                .map(AMAZON::concat)
                .orElse(type.value());
    }

    /** Returns the types of the bot's own, by name. */
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
