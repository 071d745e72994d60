package dev.sotto.nlu.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tag of a grammar does to the value of its rule: assignments to {@code out} of texts, numbers and values of other
 * rules, which is what grammars for Lex need of SISR 1.0.
 */
record GrammarTag(List<Assignment> assignments) {

    private static final String TERM = "\"[^\"]*\"|'[^']*'|-?[0-9]+(?:\\.[0-9]+)?|out|rules\\.latest\\(\\)"
            + "|rules\\.[A-Za-z_][A-Za-z0-9_.-]*|meta\\.current\\(\\)\\.text";
    private static final Pattern ONE =
            Pattern.compile("\\s*out\\s*(\\+?=)\\s*((?:" + TERM + ")(?:\\s*\\+\\s*(?:" + TERM + "))*)\\s*(?:;|$)\\s*");
    private static final Pattern TERMS = Pattern.compile(TERM);

    GrammarTag {
        assignments = List.copyOf(assignments);
    }

    /** How an assignment treats what was there. */
    enum Manner {
        SET,
        APPEND
    }

    /** Terms are texts in quotes, numbers, or names. */
    record Assignment(Manner manner, List<String> terms) {}

    /** What a rule has come to. */
    interface Scope {

        /** Returns the value so far. */
        String out();

        /** Returns the value of a rule that was gone through, or of the last. */
        String rule(Optional<String> name);

        /** Returns the words so far. */
        String text();
    }

    /** Returns a tag that gives a text as it is. */
    static GrammarTag literal(String text) {
        return new GrammarTag(List.of(new Assignment(Manner.SET, List.of('"' + text.strip() + '"'))));
    }

    /** Reads a tag; nothing if it is more than assignments to {@code out}. */
    static Optional<GrammarTag> of(String script) {
        List<Assignment> assignments = new ArrayList<>();
        Matcher one = ONE.matcher(script);
        int at = 0;
        while (at < script.length() && one.find(at) && one.start() == at) {
            List<String> terms = TERMS.matcher(one.group(2))
                    .results()
                    .map(term -> term.group())
                    .toList();
            assignments.add(new Assignment(one.group(1).equals("=") ? Manner.SET : Manner.APPEND, terms));
            at = one.end();
        }
        return at == script.length() && !assignments.isEmpty()
                ? Optional.of(new GrammarTag(assignments))
                : Optional.empty();
    }

    /** Returns the value after this tag. */
    String applied(Scope scope) {
        String out = scope.out();
        for (Assignment assignment : assignments) {
            StringBuilder value = new StringBuilder(assignment.manner() == Manner.APPEND ? out : "");
            for (String term : assignment.terms()) {
                value.append(value(term, out, scope));
            }
            out = value.toString();
        }
        return out;
    }

    private static String value(String term, String out, Scope scope) {
        char first = term.charAt(0);
        if (first == '"' || first == '\'') {
            return term.substring(1, term.length() - 1);
        }
        if (term.equals("out")) {
            return out;
        }
        if (term.equals("rules.latest()")) {
            return scope.rule(Optional.empty());
        }
        if (term.startsWith("rules.")) {
            return scope.rule(Optional.of(term.substring("rules.".length())));
        }
        return term.startsWith("meta.") ? scope.text() : term;
    }
}
