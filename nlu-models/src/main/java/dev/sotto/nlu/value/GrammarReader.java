package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Words;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes an automaton of a grammar in GRXML: {@code rule}, {@code item} with {@code repeat}, {@code one-of}, {@code ruleref}
 * to a rule of the grammar, {@code token} and {@code tag}. Weights, examples and metadata are passed over. Confined to one
 * call.
 */
final class GrammarReader {

    private static final int DEEPEST = 50;
    private static final int MOST = 60;
    private static final Pattern REPEAT = Pattern.compile("(\\d{1,2})(-(\\d{1,2})?)?");
    private static final Set<String> PASSED = Set.of("example", "meta", "metadata", "lexicon");

    private final String text;
    private final Map<String, Node> rules = new LinkedHashMap<>();
    private final Map<String, Grammar.Flaw> named = new LinkedHashMap<>();
    private final GrammarMachine machine = new GrammarMachine();
    private boolean literals;

    /** A part of a grammar. */
    private sealed interface Node {

        record Token(String folded, String written) implements Node {}

        record Sequence(List<Node> parts) implements Node {}

        record Choice(List<Node> parts) implements Node {}

        /** @param most absent for any number */
        record Repeat(Node part, int least, Optional<Integer> most) implements Node {}

        record Reference(String rule) implements Node {}

        record Value(GrammarTag tag) implements Node {}
    }

    GrammarReader(String text) {
        this.text = text;
    }

    GrammarMachine read() throws Grammar.MalformedException {
        if (text.length() > Grammar.MAX_LENGTH) {
            throw fault(1, 1, text.length() + " characters; at most " + Grammar.MAX_LENGTH);
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        String root;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            root = grammar(xml);
        } catch (XMLStreamException e) {
            Optional<Location> at = Optional.ofNullable(e.getLocation());
            throw fault(
                    at.map(Location::getLineNumber).orElse(1),
                    at.map(Location::getColumnNumber).orElse(1),
                    "text that is not XML");
        }
        for (Map.Entry<String, Grammar.Flaw> name : named.entrySet()) {
            if (!rules.containsKey(name.getKey())) {
                throw new Grammar.MalformedException(name.getValue());
            }
        }
        if (!rules.containsKey(root)) {
            throw fault(1, 1, "no rule \"" + root + "\" to begin with");
        }
        machine.begin(rule(root, -1, new HashSet<>()));
        return machine;
    }

    private String grammar(XMLStreamReader xml) throws XMLStreamException, Grammar.MalformedException {
        while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
            xml.next();
        }
        if (!xml.getLocalName().equals("grammar")) {
            throw fault(xml, "<" + xml.getLocalName() + "> instead of <grammar>");
        }
        String root = Optional.ofNullable(xml.getAttributeValue(null, "root")).orElse("");
        literals = "semantics/1.0-literals".equals(xml.getAttributeValue(null, "tag-format"));
        String first = "";
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("rule")) {
                    String id = Optional.ofNullable(xml.getAttributeValue(null, "id"))
                            .orElse("");
                    Grammar.MalformedException twice = fault(xml, "a second rule \"" + id + "\", or one without id");
                    if (id.isEmpty() || rules.put(id, content(xml, 0)) != null) {
                        throw twice;
                    }
                    first = first.isEmpty() ? id : first;
                } else {
                    pass(xml);
                }
            }
        }
        return root.isEmpty() ? first : root;
    }

    /** Reads what stands in an element, to its end. */
    private Node content(XMLStreamReader xml, int depth) throws XMLStreamException, Grammar.MalformedException {
        if (depth > DEEPEST) {
            throw fault(xml, "elements within elements, more than " + DEEPEST);
        }
        List<Node> parts = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.CHARACTERS) {
                parts.addAll(tokens(xml.getText()));
            } else if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                parts.add(element(xml, depth));
            }
        }
        return new Node.Sequence(parts);
    }

    private Node element(XMLStreamReader xml, int depth) throws XMLStreamException, Grammar.MalformedException {
        String name = xml.getLocalName();
        if (PASSED.contains(name)) {
            pass(xml);
            return new Node.Sequence(List.of());
        }
        return switch (name) {
            case "item" -> item(xml, depth);
            case "one-of" -> oneOf(xml, depth);
            case "ruleref" -> reference(xml);
            case "token" -> new Node.Sequence(tokens(xml.getElementText()));
            case "tag" -> tag(xml);
            default -> throw fault(xml, "<" + name + ">, which is not known here");
        };
    }

    private Node item(XMLStreamReader xml, int depth) throws XMLStreamException, Grammar.MalformedException {
        String repeat =
                Optional.ofNullable(xml.getAttributeValue(null, "repeat")).orElse("1");
        Matcher form = REPEAT.matcher(repeat);
        Grammar.MalformedException none = fault(xml, "repeat=\"" + repeat + "\", which is no count up to " + MOST);
        if (!form.matches()) {
            throw none;
        }
        int least = Integer.parseInt(form.group(1));
        Optional<Integer> most = form.group(2) == null
                ? Optional.of(least)
                : Optional.ofNullable(form.group(3)).map(Integer::valueOf);
        if (most.orElse(least) < least || most.orElse(least) > MOST) {
            throw none;
        }
        Node part = content(xml, depth + 1);
        return least == 1 && most.equals(Optional.of(1)) ? part : new Node.Repeat(part, least, most);
    }

    private Node oneOf(XMLStreamReader xml, int depth) throws XMLStreamException, Grammar.MalformedException {
        List<Node> parts = new ArrayList<>();
        Grammar.MalformedException empty = fault(xml, "<one-of> with something else than items, or without any");
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                if (!xml.getLocalName().equals("item")) {
                    throw empty;
                }
                parts.add(item(xml, depth + 1));
            }
        }
        if (parts.isEmpty()) {
            throw empty;
        }
        return new Node.Choice(parts);
    }

    private Node reference(XMLStreamReader xml) throws XMLStreamException, Grammar.MalformedException {
        String uri = Optional.ofNullable(xml.getAttributeValue(null, "uri")).orElse("");
        boolean nothing = "NULL".equals(xml.getAttributeValue(null, "special"));
        if (!nothing && (!uri.startsWith("#") || uri.length() == 1)) {
            throw fault(xml, "a reference to something outside of this grammar");
        }
        if (!nothing) {
            named.putIfAbsent(
                    uri.substring(1),
                    fault(xml, "a reference to \"" + uri + "\", which is no rule")
                            .flaw());
        }
        pass(xml);
        return nothing ? new Node.Sequence(List.of()) : new Node.Reference(uri.substring(1));
    }

    private Node tag(XMLStreamReader xml) throws XMLStreamException, Grammar.MalformedException {
        Grammar.MalformedException script =
                fault(xml, "a tag that does more than set out to texts and values of rules");
        String content = xml.getElementText().strip();
        boolean plain = literals || content.chars().noneMatch(c -> "=(){};".indexOf(c) >= 0);
        if (plain) {
            return new Node.Value(GrammarTag.literal(content));
        }
        return new Node.Value(GrammarTag.of(content).orElseThrow(() -> script));
    }

    /** Passes over an element with all that stands in it. */
    private static void pass(XMLStreamReader xml) throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static List<Node> tokens(String written) {
        Words words = Words.of(written);
        List<Node> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            tokens.add(new Node.Token(words.get(i), words.text(i, i + 1)));
        }
        return tokens;
    }

    private int rule(String id, int next, Set<String> open) throws Grammar.MalformedException {
        if (open.size() > DEEPEST) {
            throw fault(1, 1, "rules within rules, more than " + DEEPEST);
        }
        if (!open.add(id)) {
            throw fault(1, 1, "the rule \"" + id + "\", which leads to itself");
        }
        Node node = rules.get(id);
        if (node == null) {
            throw fault(1, 1, "no rule \"" + id + "\"");
        }
        int state = add(machine.enter(build(node, add(machine.leave(id, next)), open)));
        open.remove(id);
        return state;
    }

    private int build(Node node, int next, Set<String> open) throws Grammar.MalformedException {
        if (node instanceof Node.Token token) {
            return add(machine.over(token.folded(), token.written(), next));
        }
        if (node instanceof Node.Sequence sequence) {
            int state = next;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                state = build(sequence.parts().get(i), state, open);
            }
            return state;
        }
        if (node instanceof Node.Choice choice) {
            int state = build(choice.parts().get(choice.parts().size() - 1), next, open);
            for (int i = choice.parts().size() - 2; i >= 0; i--) {
                state = add(machine.fork(build(choice.parts().get(i), next, open), state));
            }
            return state;
        }
        if (node instanceof Node.Repeat repeat) {
            return repeated(repeat, next, open);
        }
        if (node instanceof Node.Reference reference) {
            return rule(reference.rule(), next, open);
        }
        return add(machine.reckon(((Node.Value) node).tag(), next));
    }

    private int repeated(Node.Repeat repeat, int next, Set<String> open) throws Grammar.MalformedException {
        int state = next;
        if (repeat.most().isEmpty()) {
            int loop = add(machine.loop());
            machine.lead(loop, build(repeat.part(), loop, open), next);
            state = loop;
        } else {
            for (int i = repeat.least(); i < repeat.most().get(); i++) {
                state = add(machine.fork(build(repeat.part(), state, open), next));
            }
        }
        for (int i = 0; i < repeat.least(); i++) {
            state = build(repeat.part(), state, open);
        }
        return state;
    }

    private int add(int state) throws Grammar.MalformedException {
        if (machine.size() > GrammarMachine.MAX_STATES) {
            throw fault(1, 1, "more ways through it than can be followed");
        }
        return state;
    }

    private static Grammar.MalformedException fault(XMLStreamReader xml, String what) {
        Location at = xml.getLocation();
        return fault(Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber()), what);
    }

    private static Grammar.MalformedException fault(int line, int column, String what) {
        return new Grammar.MalformedException(new Grammar.Flaw(line, column, what));
    }
}
