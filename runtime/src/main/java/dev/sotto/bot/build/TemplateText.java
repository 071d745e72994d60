package dev.sotto.bot.build;

import dev.sotto.bot.Template;
import dev.sotto.nlu.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The notation of what the bot says: {@code {slot}} is the place of a slot's value, {@code [attribute]} that of a
 * session attribute, and a doubled bracket is the bracket itself.
 */
public final class TemplateText {

    private static final String BRACKETS = "[]{}";
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final String text;
    private final List<Template.Part> parts = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    private TemplateText(String text) {
        this.text = text;
    }

    /** A slot that a template names, and where. */
    record Place(int offset, SlotName slot) {}

    /** What came of reading a template, whole if there are no faults. */
    record Parsed(Template template, List<Place> places, List<Fault> faults) {}

    static Parsed parse(String text) {
        TemplateText reading = new TemplateText(text);
        reading.readAll();
        return new Parsed(new Template(reading.parts), List.copyOf(reading.places), List.copyOf(reading.faults));
    }

    /** Returns whether a text is the name of a session attribute. */
    public static boolean isAttribute(String name) {
        return ATTRIBUTE.matcher(name).matches();
    }

    /** Returns the template as an author would write it. */
    public static String render(Template template) {
        StringBuilder out = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal words) {
                words.text().chars().forEach(c -> out.append((char) c).append(BRACKETS.indexOf(c) < 0 ? "" : (char) c));
            } else if (part instanceof Template.SlotPlace place) {
                out.append('{').append(place.slot()).append('}');
            } else if (part instanceof Template.AttributePlace place) {
                out.append('[').append(place.attribute()).append(']');
            }
        }
        return out.toString();
    }

    private void readAll() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (BRACKETS.indexOf(next) < 0) {
                literal.append(next);
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == next) {
                literal.append(next);
                at += 2;
            } else if (next == '{' || next == '[') {
                place(next == '{' ? '}' : ']');
            } else {
                fault(at, "\"" + next + "\" that closes nothing");
                at++;
            }
        }
        endLiteral();
    }

    private void place(char closing) {
        int start = at++;
        int close = at;
        while (close < text.length() && BRACKETS.indexOf(text.charAt(close)) < 0) {
            close++;
        }
        if (close == text.length() || text.charAt(close) != closing) {
            fault(start, "\"" + text.charAt(start) + "\" that is not closed");
            return;
        }
        String name = text.substring(at, close);
        at = close + 1;
        if (closing == '}' && SlotName.isValid(name)) {
            endLiteral();
            parts.add(new Template.SlotPlace(new SlotName(name)));
            places.add(new Place(start + 1, new SlotName(name)));
        } else if (closing == ']' && isAttribute(name)) {
            endLiteral();
            parts.add(new Template.AttributePlace(name));
        } else {
            fault(start + 1, "\"" + name + "\" as a name");
        }
    }

    private void endLiteral() {
        if (literal.length() > 0) {
            parts.add(new Template.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private void fault(int offset, String found) {
        faults.add(new Fault(
                offset,
                "template.malformed",
                found,
                "{slot}, [attribute], or the bracket twice for the bracket itself"));
    }
}
