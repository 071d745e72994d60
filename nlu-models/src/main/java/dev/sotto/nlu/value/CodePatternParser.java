package dev.sotto.nlu.value;

import dev.sotto.nlu.value.CharacterSet.Range;
import dev.sotto.nlu.value.CodePattern.MalformedException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an automaton of a pattern. Confined to one call.
 *
 * <pre>
 * choice = sequence { "|" sequence }
 * piece  = ( character | "\" escaped | "[" set "]" | "(" choice ")" ) [ "?" | "{" n [ "," m ] "}" ]
 * </pre>
 */
final class CodePatternParser {

    private static final int DEEPEST = 20;
    private static final String SPECIAL = "\\.[]{}()*+?^$|-/ _#:,@&'\"=!~<>%;";

    private final String pattern;
    private int at;

    CodePatternParser(String pattern) {
        this.pattern = pattern;
    }

    /** A part of a pattern. */
    private sealed interface Node {

        record One(CharacterSet set) implements Node {}

        record Sequence(List<Node> parts) implements Node {}

        record Choice(List<Node> parts) implements Node {}

        record Repeat(Node part, int least, int most) implements Node {}
    }

    Automaton parse() throws MalformedException {
        if (pattern.length() > CodePattern.MAX_LENGTH) {
            throw new MalformedException(CodePattern.MAX_LENGTH, pattern.length() + " characters");
        }
        int end = pattern.endsWith("$") && !pattern.endsWith("\\$") ? pattern.length() - 1 : pattern.length();
        at = pattern.startsWith("^") ? 1 : 0;
        Node node = choice(end, 0);
        if (at < end) {
            throw new MalformedException(at, "a bracket that was not opened");
        }
        Automaton automaton = new Automaton();
        automaton.begin(build(automaton, node, automaton.accept()));
        return automaton;
    }

    private Node choice(int end, int depth) throws MalformedException {
        if (depth > DEEPEST) {
            throw new MalformedException(at, "too many brackets in brackets");
        }
        List<Node> parts = new ArrayList<>(List.of(sequence(end, depth)));
        while (at < end && pattern.charAt(at) == '|') {
            at++;
            parts.add(sequence(end, depth));
        }
        return new Node.Choice(parts);
    }

    private Node sequence(int end, int depth) throws MalformedException {
        List<Node> parts = new ArrayList<>();
        while (at < end && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            parts.add(repeated(piece(end, depth), end));
        }
        return new Node.Sequence(parts);
    }

    private Node piece(int end, int depth) throws MalformedException {
        char c = pattern.charAt(at++);
        switch (c) {
            case '(' -> {
                return group(end, depth);
            }
            case '[' -> {
                return new Node.One(set(end));
            }
            case '\\' -> {
                return new Node.One(escaped(end));
            }
            case '.' -> throw new MalformedException(at - 1, "a dot");
            case '*', '+' -> throw new MalformedException(at - 1, "the sign " + c);
            case '?', '{', '}', ']', '^', '$' ->
                throw new MalformedException(at - 1, "the sign " + c + " where it has no meaning");
            default -> {
                return new Node.One(CharacterSet.of(c));
            }
        }
    }

    private Node group(int end, int depth) throws MalformedException {
        int open = at - 1;
        if (pattern.startsWith("?", at) && !pattern.startsWith("?:", at)) {
            throw new MalformedException(at, "a group of a special kind");
        }
        at += pattern.startsWith("?:", at) ? 2 : 0;
        Node inner = choice(end, depth + 1);
        if (at >= end || pattern.charAt(at) != ')') {
            throw new MalformedException(open, "a bracket that is not closed");
        }
        at++;
        return inner;
    }

    private CharacterSet escaped(int end) throws MalformedException {
        if (at >= end) {
            throw new MalformedException(at - 1, "a backslash with nothing behind it");
        }
        char c = pattern.charAt(at++);
        CharacterSet named = CharacterSet.named(c);
        if (!named.isNone()) {
            return named;
        }
        if (SPECIAL.indexOf(c) < 0) {
            throw new MalformedException(at - 2, "an escape that is not known here");
        }
        return CharacterSet.of(c);
    }

    private CharacterSet set(int end) throws MalformedException {
        int open = at - 1;
        boolean negated = at < end && pattern.charAt(at) == '^';
        at += negated ? 1 : 0;
        List<Range> ranges = new ArrayList<>();
        while (at < end && pattern.charAt(at) != ']') {
            CharacterSet first = member(end);
            boolean range = first.ranges().size() == 1
                    && at + 1 < end
                    && pattern.charAt(at) == '-'
                    && pattern.charAt(at + 1) != ']';
            if (first.negated()) {
                throw new MalformedException(at, "a set in a set");
            }
            if (!range) {
                ranges.addAll(first.ranges());
                continue;
            }
            at++;
            CharacterSet last = member(end);
            char from = first.ranges().get(0).first();
            char to = last.ranges().isEmpty() ? 0 : last.ranges().get(0).last();
            if (to < from) {
                throw new MalformedException(at, "a range that runs backwards");
            }
            ranges.add(new Range(from, to));
        }
        if (at >= end || ranges.isEmpty()) {
            throw new MalformedException(open, "a set of characters that is empty or not closed");
        }
        at++;
        CharacterSet set = CharacterSet.NONE.with(ranges);
        return negated ? set.inverted() : set;
    }

    private CharacterSet member(int end) throws MalformedException {
        char c = pattern.charAt(at++);
        return c == '\\' ? escaped(end) : CharacterSet.of(c);
    }

    private Node repeated(Node node, int end) throws MalformedException {
        if (at < end && pattern.charAt(at) == '?') {
            at++;
            return new Node.Repeat(node, 0, 1);
        }
        if (at >= end || pattern.charAt(at) != '{') {
            return node;
        }
        int open = at++;
        int least = count(end, open);
        int most = least;
        if (at < end && pattern.charAt(at) == ',') {
            at++;
            most = count(end, open);
        }
        if (at >= end || pattern.charAt(at) != '}' || most < least) {
            throw new MalformedException(open, "a count that is none");
        }
        at++;
        return new Node.Repeat(node, least, most);
    }

    private int count(int end, int open) throws MalformedException {
        int from = at;
        while (at < end && at - from < 3 && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            throw new MalformedException(open, "a count without an end");
        }
        return Integer.parseInt(pattern.substring(from, at));
    }

    /** Builds from the end to the beginning, and returns where a part begins. */
    private int build(Automaton automaton, Node node, int next) throws MalformedException {
        if (automaton.size() > Automaton.MAX_STATES) {
            throw new MalformedException(0, "too many repetitions");
        }
        if (node instanceof Node.One one) {
            return automaton.over(one.set(), next);
        }
        int to = next;
        if (node instanceof Node.Sequence sequence) {
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                to = build(automaton, sequence.parts().get(i), to);
            }
        } else if (node instanceof Node.Choice choice) {
            to = build(automaton, choice.parts().get(0), next);
            for (Node part : choice.parts().subList(1, choice.parts().size())) {
                to = automaton.fork(to, build(automaton, part, next));
            }
        } else if (node instanceof Node.Repeat repeat) {
            for (int i = repeat.most(); i > 0; i--) {
                int from = build(automaton, repeat.part(), to);
                to = i > repeat.least() ? automaton.fork(from, next) : from;
            }
        }
        return to;
    }
}
