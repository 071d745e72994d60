package dev.sotto.speech.graph;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.speech.normalise.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Adds to a grammar what values of the built-in types sound like in English, between two of its states: numbers, digits,
 * sums of money, dates, times, and things that are spelt. Confined to one thread.
 */
final class ValueGrammar {

    private static final List<String> UNITS = cardinals(IntStream.rangeClosed(1, 9));
    private static final List<String> TEENS = cardinals(IntStream.rangeClosed(10, 19));
    private static final List<String> TENS =
            cardinals(IntStream.rangeClosed(2, 9).map(number -> 10 * number));
    private static final List<String> DIGITS =
            Stream.concat(Stream.of("zero", "oh"), UNITS.stream()).toList();
    private static final List<String> ORDINALS = IntStream.concat(IntStream.rangeClosed(1, 20), IntStream.of(30))
            .mapToObj(NumberWords::ordinal)
            .toList();
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final List<String> COINS =
            List.of("pounds", "pound", "quid", "pence", "dollars", "dollar", "cents", "euros", "euro");
    private static final List<String> SPANS = List.of(
            "seconds", "minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "week", "weeks", "month",
            "months", "year", "years");

    private static final double RARE = 2;

    /** Types that are spoken like another one. */
    private static final Map<SlotTypeName, SlotTypeName> ALIKE = Map.of(
            BuiltInTypes.CONFIRMATION, BuiltInTypes.YES_NO,
            BuiltInTypes.UK_POSTCODE, BuiltInTypes.ALPHANUMERIC,
            BuiltInTypes.EMAIL, BuiltInTypes.ALPHANUMERIC);

    private static final Set<SlotTypeName> TYPES = Set.of(
            BuiltInTypes.NUMBER,
            BuiltInTypes.ORDINAL,
            BuiltInTypes.PERCENTAGE,
            BuiltInTypes.MONEY,
            BuiltInTypes.DATE,
            BuiltInTypes.TIME,
            BuiltInTypes.DURATION,
            BuiltInTypes.PHONE,
            BuiltInTypes.ALPHANUMERIC);

    private final Grammar grammar;

    ValueGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    /** Returns the type whose values sound the same. */
    static SlotTypeName soundsLike(SlotTypeName type) {
        return ALIKE.getOrDefault(type, type);
    }

    /** Returns whether values of a type can be added. */
    static boolean knows(SlotTypeName type) {
        return TYPES.contains(soundsLike(type));
    }

    /** Adds any value of a type. */
    void add(SlotTypeName type, int from, int to, double cost) {
        SlotTypeName like = soundsLike(type);
        if (like.equals(BuiltInTypes.NUMBER)) {
            number(from, to, cost);
        } else if (like.equals(BuiltInTypes.ORDINAL)) {
            ordinal(from, to, cost);
        } else if (like.equals(BuiltInTypes.PERCENTAGE)) {
            counted(List.of("percent"), from, to, cost);
        } else if (like.equals(BuiltInTypes.MONEY)) {
            money(from, to, cost);
        } else if (like.equals(BuiltInTypes.DATE)) {
            date(from, to, cost);
        } else if (like.equals(BuiltInTypes.TIME)) {
            time(from, to, cost);
        } else if (like.equals(BuiltInTypes.DURATION)) {
            counted(SPANS, from, to, cost);
        } else if (like.equals(BuiltInTypes.PHONE)) {
            digits(from, to, cost);
        } else if (like.equals(BuiltInTypes.ALPHANUMERIC)) {
            spelling(from, to, cost);
        } else {
            throw new IllegalArgumentException("a type that is none of the built-in ones");
        }
    }

    private static List<String> cardinals(IntStream numbers) {
        return numbers.mapToObj(NumberWords::cardinal).toList();
    }

    private void any(List<String> words, int from, int to, double cost) {
        double each = cost + Math.log(words.size());
        words.forEach(word -> grammar.step(from, to, word, each));
    }

    /** Adds words that may be said or left out, and returns where the rest goes on from. */
    private int maybe(List<String> words, int from) {
        int after = grammar.newState();
        any(words, from, after, RARE);
        grammar.silentStep(from, after, 0);
        return after;
    }

    private int said(String word, int from) {
        int after = grammar.newState();
        grammar.step(from, after, word, 0);
        return after;
    }

    private void digits(int from, int to, double cost) {
        loop(DIGITS, from, to, cost);
    }

    /** One or more of some words, each as likely as the others, and whatever is doubled. */
    private void loop(List<String> words, int from, int to, double cost) {
        int again = grammar.newState();
        int twice = grammar.newState();
        any(words, from, again, cost);
        any(words, again, again, 0);
        any(List.of("double", "triple"), from, twice, cost + RARE + Math.log(words.size()));
        any(List.of("double", "triple"), again, twice, RARE + Math.log(words.size()));
        any(words, twice, again, 0);
        grammar.silentStep(again, to, 0);
    }

    private void spelling(int from, int to, double cost) {
        List<String> letters = "abcdefghijklmnopqrstuvwxyz"
                .chars()
                .mapToObj(Character::toString)
                .toList();
        List<String> all = new ArrayList<>(letters);
        all.addAll(DIGITS);
        all.addAll(List.of("dot", "at", "dash", "underscore"));
        loop(all, from, to, cost);
    }

    private void below100(int from, int to, double cost) {
        int tens = grammar.newState();
        any(UNITS, from, to, cost + Math.log(3));
        any(TEENS, from, to, cost + Math.log(3));
        any(TENS, from, tens, cost + Math.log(3));
        grammar.silentStep(tens, to, Math.log(2));
        any(UNITS, tens, to, Math.log(2));
    }

    private void below1000(int from, int to, double cost) {
        int hundreds = grammar.newState();
        below100(from, to, cost + Math.log(2));
        any(UNITS, from, hundreds, cost + Math.log(2));
        grammar.step(from, hundreds, "a", cost + RARE);
        int hundred = said("hundred", hundreds);
        grammar.silentStep(hundred, to, Math.log(2));
        below100(maybe(List.of("and"), hundred), to, Math.log(2));
    }

    private void number(int from, int to, double cost) {
        int whole = grammar.newState();
        int thousands = grammar.newState();
        below1000(from, whole, cost);
        grammar.step(from, whole, "zero", cost + Math.log(30));
        below1000(from, thousands, cost + RARE);
        int thousand = said("thousand", thousands);
        grammar.silentStep(thousand, whole, Math.log(2));
        below1000(maybe(List.of("and"), thousand), whole, Math.log(2));
        grammar.silentStep(whole, to, 0);
        int point = grammar.newState();
        grammar.step(whole, point, "point", 2 * RARE);
        digits(point, to, 0);
    }

    /** A number and what it counts. */
    private void counted(List<String> what, int from, int to, double cost) {
        int count = grammar.newState();
        number(from, count, cost);
        grammar.step(from, count, "a", cost + RARE);
        any(what, count, to, 0);
    }

    private void money(int from, int to, double cost) {
        int sum = grammar.newState();
        counted(COINS, from, sum, cost);
        grammar.silentStep(sum, to, 0);
        int coins = grammar.newState();
        below100(maybe(List.of("and"), sum), coins, RARE);
        grammar.silentStep(coins, to, 0);
        any(List.of("pence", "cents"), coins, to, RARE);
        number(from, to, cost + 2 * RARE);
    }

    private void ordinal(int from, int to, double cost) {
        any(ORDINALS, from, to, cost);
        int tens = grammar.newState();
        any(List.of("twenty", "thirty"), from, tens, cost + Math.log(2));
        any(ORDINALS.subList(0, 9), tens, to, 0);
    }

    private void date(int from, int to, double cost) {
        any(List.of("today", "tomorrow", "tonight", "yesterday"), from, to, cost + Math.log(3));
        int day = maybe(List.of("next", "this", "on"), from);
        any(WEEKDAYS, day, to, cost + Math.log(3));
        int next = said("next", from);
        any(List.of("week", "month", "year"), next, to, cost + RARE);
        int month = grammar.newState();
        ordinal(maybe(List.of("the"), from), month, cost + Math.log(3));
        any(MONTHS, maybe(List.of("of"), month), to, 0);
        int ordinal = grammar.newState();
        any(MONTHS, from, ordinal, cost + RARE);
        ordinal(maybe(List.of("the"), ordinal), to, 0);
        int in = said("in", from);
        int count = grammar.newState();
        below100(in, count, cost + RARE);
        any(List.of("days", "weeks", "months"), count, to, 0);
    }

    private void time(int from, int to, double cost) {
        int hour = grammar.newState();
        int told = grammar.newState();
        List<String> hours = new ArrayList<>(UNITS);
        hours.addAll(TEENS.subList(0, 3));
        any(hours, from, hour, cost);
        grammar.silentStep(hour, told, RARE);
        grammar.step(hour, told, "o'clock", 1);
        below100(hour, told, RARE);
        grammar.step(from, told, "noon", cost + 2 * RARE);
        grammar.step(from, told, "midnight", cost + 2 * RARE);
        int past = grammar.newState();
        any(List.of("half", "quarter"), from, past, cost + RARE);
        int pastHour = grammar.newState();
        any(List.of("past", "to"), past, pastHour, 0);
        any(hours, pastHour, told, 0);
        grammar.silentStep(told, to, 0);
        int letter = grammar.newState();
        any(List.of("a", "p"), told, letter, RARE);
        grammar.step(letter, to, "m", 0);
        int part = said("the", said("in", told));
        any(List.of("morning", "afternoon", "evening"), part, to, RARE);
    }
}
