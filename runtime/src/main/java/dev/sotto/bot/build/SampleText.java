package dev.sotto.bot.build;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The notation of sample utterances: {@code pay [Anna](payee) [ten pounds](amount)} and {@code pay {payee}}. There is
 * no escape, for nobody says a bracket.
 */
public final class SampleText {

    private static final String BRACKETS = "[]{}";
    private static final String VALUE_FORM = "[words](slot)";
    private static final String PLACE_FORM = "{slot}";

    private final String text;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Example.Part> parts = new ArrayList<>();
    private int at;

    private SampleText(String text) {
        this.text = text;
    }

    /**
     * What came of reading a sample utterance.
     *
     * @param example whole if there are no faults; else what could be made of it
     * @param places the slots named, in order
     */
    record Parsed(Example example, List<Place> places, List<Fault> faults) {}

    /** A slot that an utterance names, and where. */
    record Place(int offset, SlotName slot) {}

    static Parsed parse(String text) {
        SampleText reading = new SampleText(text);
        reading.readAll();
        return new Parsed(new Example(reading.parts), List.copyOf(reading.places), List.copyOf(reading.faults));
    }

    /** Returns the example, if the text has no fault. */
    public static Optional<Example> read(String text) {
        Parsed parsed = parse(text);
        return parsed.faults().isEmpty() ? Optional.of(parsed.example()) : Optional.empty();
    }

    /** Returns the example as an author would write it. */
    public static String render(Example example) {
        StringBuilder out = new StringBuilder();
        for (Example.Part part : example.parts()) {
            if (part instanceof Example.Text words) {
                out.append(words.text());
            } else if (part instanceof Example.Value value) {
                out.append('[')
                        .append(value.text())
                        .append("](")
                        .append(value.slot())
                        .append(')');
            } else if (part instanceof Example.Placeholder place) {
                out.append('{').append(place.slot()).append('}');
            }
        }
        return out.toString();
    }

    private void readAll() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '[') {
                value();
            } else if (next == '{') {
                place();
            } else if (BRACKETS.indexOf(next) >= 0) {
                fault(at, "\"" + next + "\" that closes nothing", VALUE_FORM + " or " + PLACE_FORM);
                at++;
            } else {
                words();
            }
        }
    }

    private void words() {
        int start = at;
        while (at < text.length() && BRACKETS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        parts.add(new Example.Text(text.substring(start, at)));
    }

    private void value() {
        int start = at++;
        int close = nextBracket(at);
        if (close == text.length() || text.charAt(close) != ']') {
            fault(start, "\"[\" that is not closed", VALUE_FORM);
            return;
        }
        String words = text.substring(at, close);
        at = close + 1;
        int end = at < text.length() && text.charAt(at) == '(' ? text.indexOf(')', at) : -1;
        if (end < 0 || end > nextBracket(at)) {
            fault(start, "\"[" + words + "]\" without a slot after it", VALUE_FORM);
            return;
        }
        String slot = text.substring(at + 1, end);
        int slotAt = at + 1;
        at = end + 1;
        if (words.isBlank()) {
            fault(start, "\"[]\" without words", VALUE_FORM);
        } else {
            slot(slot, slotAt).ifPresent(name -> parts.add(new Example.Value(name, words)));
        }
    }

    private void place() {
        int start = at++;
        int close = nextBracket(at);
        if (close == text.length() || text.charAt(close) != '}') {
            fault(start, "\"{\" that is not closed", PLACE_FORM);
            return;
        }
        String slot = text.substring(at, close);
        int slotAt = at;
        at = close + 1;
        slot(slot, slotAt).ifPresent(name -> parts.add(new Example.Placeholder(name)));
    }

    private Optional<SlotName> slot(String name, int where) {
        if (SlotName.isValid(name)) {
            places.add(new Place(where, new SlotName(name)));
            return Optional.of(new SlotName(name));
        }
        fault(where, "\"" + name + "\" as a slot", "the name of a slot");
        return Optional.empty();
    }

    private int nextBracket(int from) {
        int end = from;
        while (end < text.length() && BRACKETS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private void fault(int offset, String found, String expected) {
        faults.add(new Fault(offset, "sample.malformed", found, expected));
    }
}
