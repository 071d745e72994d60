package dev.sotto.bot.build;

import dev.sotto.bot.Condition;
import dev.sotto.nlu.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The notation of conditions, which is that of Lex V2's conditional branches: {@code {size} = "large" AND NOT
 * fn.IS_SET([member])}. {@code OR} binds least, then {@code AND}, then {@code NOT}; words count in any capitals.
 */
public final class ConditionText {

    /** Longest expression in code points (Lex V2's limit). */
    public static final int MAX_LENGTH = 1024;

    private static final int MAX_DEPTH = 32;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,9})?");
    private static final String EXPECTED =
            "a condition such as {size} = \"large\" AND fn.IS_SET([member]), with =, !=, <, <=, >, >=, CONTAINS, AND, OR, "
                    + "NOT, fn.IS_SET, fn.COUNT, fn.LENGTH and brackets";

    private final List<ConditionTokens.Token> tokens;
    private final List<Place> places = new ArrayList<>();
    private int at;
    private int depth;

    private ConditionText(List<ConditionTokens.Token> tokens) {
        this.tokens = tokens;
    }

    /** A slot that a condition names, and where. */
    record Place(int offset, SlotName slot) {}

    /** What came of reading a condition. */
    record Parsed(Optional<Condition> condition, List<Place> places, List<Fault> faults) {}

    /** Reads a condition. Any text may come in. */
    static Parsed parse(String text) {
        try {
            ConditionText reading = new ConditionText(ConditionTokens.of(text));
            Condition condition = reading.either();
            reading.expectEnd();
            return new Parsed(Optional.of(condition), List.copyOf(reading.places), List.of());
        } catch (MalformedConditionException e) {
            Fault fault = new Fault(e.offset(), "condition.malformed", e.found(), EXPECTED);
            return new Parsed(Optional.empty(), List.of(), List.of(fault));
        }
    }

    /** Returns a condition as {@link #render} would write it; nothing for a text that is none. */
    public static Optional<String> normalised(String text) {
        return text.codePointCount(0, text.length()) <= MAX_LENGTH
                ? parse(text).condition().map(ConditionText::render)
                : Optional.empty();
    }

    private Condition either() {
        Condition left = both();
        while (takeWord("OR", "||")) {
            left = new Condition.Or(left, both());
        }
        return left;
    }

    private Condition both() {
        Condition left = single();
        while (takeWord("AND", "&&")) {
            left = new Condition.And(left, single());
        }
        return left;
    }

    private Condition single() {
        if (++depth > MAX_DEPTH) {
            throw fault("more than " + MAX_DEPTH + " conditions within another");
        }
        Condition condition;
        if (takeWord("NOT", "!")) {
            condition = new Condition.Not(single());
        } else if (takeWord("(", "(")) {
            condition = either();
            take(")");
        } else if (takeWord("FN.IS_SET", "FN.IS_SET")) {
            take("(");
            condition = new Condition.IsSet(subject());
            take(")");
        } else {
            condition = comparison();
        }
        depth--;
        return condition;
    }

    private Condition comparison() {
        Condition.Quantity quantity = quantity();
        Condition.Operator operator = operator();
        ConditionTokens.Token constant = next("a constant");
        boolean bare = constant.kind() == ConditionTokens.Kind.WORD || constant.kind() == ConditionTokens.Kind.CONSTANT;
        if (!bare) {
            throw new MalformedConditionException(
                    constant.offset(), "\"" + constant.text() + "\" instead of a constant");
        }
        return new Condition.Compare(quantity, operator, constant.text());
    }

    private Condition.Quantity quantity() {
        if (takeWord("FN.COUNT", "FN.COUNT")) {
            take("(");
            Condition.Subject subject = subject();
            take(")");
            return new Condition.Count(subject);
        }
        if (takeWord("FN.LENGTH", "FN.LENGTH")) {
            take("(");
            Condition.Subject subject = subject();
            take(")");
            return new Condition.Length(subject);
        }
        return new Condition.Value(subject());
    }

    private Condition.Subject subject() {
        ConditionTokens.Token token = next("{slot} or [attribute]");
        if (token.kind() == ConditionTokens.Kind.SLOT && SlotName.isValid(token.text())) {
            SlotName slot = new SlotName(token.text());
            places.add(new Place(token.offset(), slot));
            return new Condition.SlotSubject(slot);
        }
        if (token.kind() == ConditionTokens.Kind.ATTRIBUTE && TemplateText.isAttribute(token.text())) {
            return new Condition.AttributeSubject(token.text());
        }
        if (token.kind() == ConditionTokens.Kind.REQUEST) {
            return new Condition.RequestSubject(token.text());
        }
        if (token.kind() == ConditionTokens.Kind.WORD && token.text().equalsIgnoreCase("$.inputMode")) {
            return new Condition.InputModeSubject();
        }
        if (token.kind() == ConditionTokens.Kind.WORD && token.text().equalsIgnoreCase("$.inputTranscript")) {
            return new Condition.TranscriptSubject();
        }
        throw new MalformedConditionException(
                token.offset(),
                "\"" + token.text() + "\" instead of {slot}, [attribute], $.inputMode or $.inputTranscript");
    }

    private Condition.Operator operator() {
        ConditionTokens.Token token = next("a comparison");
        String sign = token.text().equals("==") ? "=" : token.text();
        for (Condition.Operator operator : Condition.Operator.values()) {
            if (token.kind() != ConditionTokens.Kind.CONSTANT && operator.sign().equalsIgnoreCase(sign)) {
                return operator;
            }
        }
        throw new MalformedConditionException(token.offset(), "\"" + token.text() + "\" instead of a comparison");
    }

    private boolean takeWord(String word, String sign) {
        if (at == tokens.size() || tokens.get(at).kind() == ConditionTokens.Kind.CONSTANT) {
            return false;
        }
        String text = tokens.get(at).text().toUpperCase(Locale.ROOT);
        boolean taken = tokens.get(at).isPlain() && (text.equals(word) || text.equals(sign));
        at += taken ? 1 : 0;
        return taken;
    }

    private void take(String sign) {
        if (!takeWord(sign, sign)) {
            throw fault("no \"" + sign + "\"");
        }
    }

    private ConditionTokens.Token next(String what) {
        if (at == tokens.size()) {
            throw fault("an end instead of " + what);
        }
        return tokens.get(at++);
    }

    private void expectEnd() {
        if (at < tokens.size()) {
            throw fault("\"" + tokens.get(at).text() + "\" after the condition");
        }
    }

    private MalformedConditionException fault(String found) {
        int offset = tokens.isEmpty()
                ? 0
                : tokens.get(Math.min(at, tokens.size() - 1)).offset();
        return new MalformedConditionException(offset, found);
    }

    /** Returns a condition as an author would write it. */
    public static String render(Condition condition) {
        if (condition instanceof Condition.And and) {
            return grouped(and.left()) + " AND " + grouped(and.right());
        }
        if (condition instanceof Condition.Or or) {
            return grouped(or.left()) + " OR " + grouped(or.right());
        }
        if (condition instanceof Condition.Not not) {
            return "NOT " + grouped(not.negated());
        }
        if (condition instanceof Condition.IsSet set) {
            return "fn.IS_SET(" + render(set.subject()) + ")";
        }
        if (condition instanceof Condition.Compare compare) {
            return render(compare.quantity()) + " " + compare.operator().sign() + " " + constant(compare.constant());
        }
        throw new AssertionError(condition.getClass());
    }

    private static String grouped(Condition condition) {
        boolean joined = condition instanceof Condition.And || condition instanceof Condition.Or;
        return joined ? "(" + render(condition) + ")" : render(condition);
    }

    private static String render(Condition.Quantity quantity) {
        if (quantity instanceof Condition.Count count) {
            return "fn.COUNT(" + render(count.subject()) + ")";
        }
        if (quantity instanceof Condition.Length length) {
            return "fn.LENGTH(" + render(length.subject()) + ")";
        }
        return render(((Condition.Value) quantity).subject());
    }

    private static String render(Condition.Subject subject) {
        if (subject instanceof Condition.SlotSubject slot) {
            return "{" + slot.slot() + "}";
        }
        if (subject instanceof Condition.AttributeSubject attribute) {
            return "[" + attribute.attribute() + "]";
        }
        if (subject instanceof Condition.RequestSubject request) {
            return "((" + request.attribute() + "))";
        }
        return subject instanceof Condition.InputModeSubject ? "$.inputMode" : "$.inputTranscript";
    }

    private static String constant(String text) {
        return NUMBER.matcher(text).matches()
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
