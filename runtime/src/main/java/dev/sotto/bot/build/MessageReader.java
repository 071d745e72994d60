package dev.sotto.bot.build;

import dev.sotto.bot.CardHosts;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Message;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Prompt;
import dev.sotto.bot.Template;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a bot says: a text, or a list of texts of which each is one wording of the same. */
final class MessageReader {

    private static final Set<String> SPECIAL = Set.of("all", "ssml", "payload", "card");
    private static final String EXPECTED = "a text, or a list of texts that are wordings of it";

    private final Sheets file;
    private final PlainText texts;
    private final CardReader cards;
    private final Problems problems;

    /** @param hosts the hosts that pictures on cards may come from */
    MessageReader(Sheets file, CardHosts hosts, Problems problems) {
        this.file = file;
        this.cards = new CardReader(this, hosts, problems);
        this.texts = new PlainText(file, problems);
        this.problems = problems;
    }

    /** Reads a message that may name the slots in scope. */
    Optional<Message> message(YamlNode node, SlotScope scope) {
        if (node instanceof YamlNode.Fields fields && isSpecial(node)) {
            return special(fields, scope);
        }
        return wordings(node, Message.Kind.PLAIN, scope).map(Message::new);
    }

    private Optional<Message> special(YamlNode.Fields node, SlotScope scope) {
        Optional<Entries> entries = Entries.of(node, "a message", List.of("ssml", "payload", "card"), problems);
        if (entries.isEmpty() || node.entries().size() != 1) {
            problems.add(node.position(), "value.choice", node.kind(), "one of ssml, payload or card");
            return Optional.empty();
        }
        if (entries.get().has("card")) {
            return entries.get()
                    .get("card")
                    .flatMap(card -> cards.card(card, scope))
                    .map(card -> new Message(Message.Kind.CARD, List.of(), Optional.of(card)));
        }
        Message.Kind kind = entries.get().has("ssml") ? Message.Kind.SSML : Message.Kind.PAYLOAD;
        Optional<YamlNode> words =
                entries.get().get("ssml").or(() -> entries.get().get("payload"));
        Optional<List<Template>> wordings = words.flatMap(below -> wordings(below, kind, scope));
        if (kind == Message.Kind.SSML) {
            wordings.ifPresent(all -> all.forEach(wording -> noteMalformed(wording, node)));
        }
        return wordings.map(all -> new Message(kind, all, Optional.empty()));
    }

    private void noteMalformed(Template wording, YamlNode.Fields node) {
        SsmlCheck.fault(wording)
                .ifPresent(found -> problems.add(
                        node.position(), "ssml.malformed", found, "well-formed SSML, with & written as &amp;"));
    }

    private Optional<List<Template>> wordings(YamlNode node, Message.Kind kind, SlotScope scope) {
        if (!(node instanceof YamlNode.Items items)) {
            return (kind == Message.Kind.PAYLOAD ? template(node, scope) : words(node, scope)).map(List::of);
        }
        if (items.items().isEmpty() || items.items().size() > BotFormat.MAX_VARIATIONS) {
            String found = "a list of " + items.items().size();
            problems.add(node.position(), "value.range", found, "1 to " + BotFormat.MAX_VARIATIONS + " wordings");
            return Optional.empty();
        }
        List<Template> wordings = new ArrayList<>();
        items.items()
                .forEach(item -> (kind == Message.Kind.PAYLOAD ? template(item, scope) : words(item, scope))
                        .ifPresent(wordings::add));
        return wordings.isEmpty() ? Optional.empty() : Optional.of(wordings);
    }

    /** Returns whether a node with keys is a way to say something. */
    static boolean isSpecial(YamlNode node) {
        return node instanceof YamlNode.Fields fields
                && fields.entries().stream().anyMatch(field -> SPECIAL.contains(field.key()));
    }

    /** Reads what is said in one go: a message, or below {@code all} several, one after the other. */
    Optional<List<Message>> messages(YamlNode node, SlotScope scope) {
        if (!(node instanceof YamlNode.Fields fields && fields.byKey().containsKey("all"))) {
            return message(node, scope).map(List::of);
        }
        List<YamlNode> items = Entries.of(node, "messages", List.of("all"), problems)
                .flatMap(entries -> entries.get("all"))
                .map(all -> Values.list(all, "a list of messages", problems))
                .orElse(List.of());
        if (items.isEmpty() || items.size() > Passage.MAX_MESSAGES) {
            String found = items.size() + " messages";
            problems.add(node.position(), "value.range", found, "1 to " + Passage.MAX_MESSAGES + " messages");
            return Optional.empty();
        }
        List<Message> messages = new ArrayList<>();
        items.forEach(item -> message(item, scope).ifPresent(messages::add));
        return Optional.of(messages);
    }

    /** Reads a wording for people, which must be in their language. */
    Optional<Template> words(YamlNode node, SlotScope scope) {
        Optional<Template> read = template(node, scope);
        boolean speaks = read.stream()
                .flatMap(template -> template.parts().stream())
                .anyMatch(part -> part instanceof Template.Literal words
                        && words.text().codePoints().anyMatch(Character::isLetter));
        if (speaks) {
            file.noteForeign(node, problems);
        }
        return read;
    }

    /** Reads a text with places that nobody need see. */
    Optional<Template> template(YamlNode node, SlotScope scope) {
        return texts.read(node, EXPECTED, BotFormat.MAX_MESSAGE).flatMap(scalar -> template(scalar, scope));
    }

    /** Reads a message below a key that may be absent. */
    Optional<Message> message(Entries entries, String key, SlotScope scope) {
        return entries.get(key).flatMap(node -> message(node, scope));
    }

    /** The keys of a question, wherever one stands. */
    static final List<String> PROMPT_KEYS =
            List.of("ask", "retry", "retries", "help", "waiting", "interrupt", "listen", "attempts");

    /**
     * Reads a question with what belongs to it; nothing if there is no {@code ask}.
     *
     * @param usual what is said while the person has the bot wait, unless the question says so
     */
    Optional<Prompt> prompt(Entries entries, Optional<Pause> usual, SlotScope scope) {
        Optional<List<Message>> ask = entries.get("ask").flatMap(node -> messages(node, scope));
        List<List<Message>> retry = new ArrayList<>();
        entries.get("retry")
                .ifPresent(node ->
                        steps(node).forEach(step -> messages(step, scope).ifPresent(retry::add)));
        int retries = entries.get("retries")
                .flatMap(node -> Values.wholeNumber(node, 0, Prompt.MAX_RETRIES, problems))
                .orElse(Math.max(BotFormat.DEFAULT_RETRIES, Math.min(retry.size(), Prompt.MAX_RETRIES)));
        if (retry.size() > retries) {
            Position at = entries.get("retry").map(YamlNode::position).orElse(entries.position());
            problems.add(at, "prompt.retries", retry.size() + " texts for retries", "at most " + retries);
        }
        List<String> lonely = PROMPT_KEYS.stream()
                .filter(key -> entries.has(key) && !entries.has("ask"))
                .toList();
        if (!lonely.isEmpty()) {
            String found = "\"" + lonely.get(0) + "\" without \"ask\"";
            problems.add(entries.position(), "key.missing", found, "the key \"ask\"");
        }
        Optional<Message> help = message(entries, "help", scope);
        Optional<Pause> pause =
                entries.get("waiting").flatMap(node -> new PauseReader(this, problems).pause(node, usual, scope));
        ListeningReader ears = new ListeningReader(problems);
        Listening listening = ears.listening(entries);
        Map<Integer, Listening> attempts = ears.attempts(entries, listening);
        ask.filter(question -> question.stream().noneMatch(Message::isSpoken))
                .ifPresent(mute -> problems.add(
                        entries.position(), "prompt.mute", "a question without words", "a text or SSML among it"));
        return ask.filter(question -> !question.isEmpty())
                .map(question -> new Prompt(question, retry, retries, help, pause, listening, attempts));
    }

    private static List<YamlNode> steps(YamlNode node) {
        return node instanceof YamlNode.Items items ? items.items() : List.of(node);
    }

    private Optional<Template> template(YamlNode.Scalar scalar, SlotScope scope) {
        TemplateText.Parsed parsed = TemplateText.parse(scalar.text());
        file.note(parsed.faults(), scalar, problems);
        for (TemplateText.Place place : parsed.places()) {
            scope.checkShown(place.slot(), file.within(scalar, place.offset()), problems);
        }
        return parsed.faults().isEmpty() ? Optional.of(parsed.template()) : Optional.empty();
    }
}
