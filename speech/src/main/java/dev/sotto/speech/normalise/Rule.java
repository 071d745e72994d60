package dev.sotto.speech.normalise;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way of writing something, and how it is read.
 *
 * @param written tried where a word begins
 * @param words what is found, and what stands before it, to words; nothing if it is something else after all
 */
record Rule(Pattern written, BiFunction<Matcher, String, Optional<String>> words) {

    /** Makes a rule of a regular expression that must not go on with a letter or digit. */
    static Rule of(String expression, BiFunction<Matcher, String, Optional<String>> words) {
        return new Rule(Pattern.compile(expression + "(?![A-Za-z0-9])"), words);
    }

    /** Makes a rule that does not depend on what stands before. */
    static Rule plain(String expression, java.util.function.Function<Matcher, Optional<String>> words) {
        return of(expression, (found, before) -> words.apply(found));
    }

    /** Returns a group, or nothing if it took no part. */
    static String group(Matcher found, String name) {
        String group = found.group(name);
        return group == null ? "" : group;
    }
}
