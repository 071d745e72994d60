package dev.sotto.bot.exchange;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts Lex's texts into the notation of {@code bot.yaml}. Both write {@code {slot}} and {@code [attribute]}. */
final class Notation {

    private static final Pattern PLACE =
            Pattern.compile("\\{\\s*([^{}\\[\\]]*?)\\s*}|\\[\\s*([A-Za-z0-9._-]{1,100})\\s*]|[\\[\\]{}]");
    private static final Pattern MARKUP = Pattern.compile("<[^<>]*>");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Notation() {}

    /** Returns what a bot says, with places of slots that exist and every other bracket as itself. */
    static String template(String text, Set<String> slots) {
        Matcher matcher = PLACE.matcher(flat(text));
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String slot = matcher.group(1);
            String attribute = matcher.group(2);
            String written;
            if (slot != null && slots.contains(slot)) {
                written = "{" + slot + "}";
            } else if (attribute != null) {
                written = "[" + attribute + "]";
            } else {
                written = matcher.group().replaceAll("[\\[\\]{}]", "$0$0");
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(written));
        }
        return matcher.appendTail(out).toString();
    }

    /** Returns what a person says, with places of slots that exist and every other bracket left out. */
    static String sample(String text, Set<String> slots) {
        Matcher matcher = PLACE.matcher(flat(text));
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String slot = matcher.group(1);
            String words = slot == null ? matcher.group(2) : slot;
            String written = slot != null && slots.contains(slot) ? "{" + slot + "}" : words == null ? " " : words;
            matcher.appendReplacement(out, Matcher.quoteReplacement(written));
        }
        return flat(matcher.appendTail(out).toString());
    }

    /** Returns the words of SSML. */
    static String withoutMarkup(String ssml) {
        return flat(MARKUP.matcher(ssml)
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&"));
    }

    /** Returns whether a text has a place for a slot. */
    static boolean names(String template, String slot) {
        return template.contains("{" + slot + "}");
    }

    /** One line, without characters that can be neither shown nor said. */
    private static String flat(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(shown::appendCodePoint);
        return SPACE.matcher(shown).replaceAll(" ").strip();
    }
}
