package dev.sotto.bot.build;

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
import java.util.Optional;

/** Reads what a bot says: a text, or a list of texts of which each is one wording of the same. */
final class MessageReader {

    private static final String EXPECTED = "a text, or a list of texts that are wordings of it";

    private final SourceFile file;
    private final PlainText texts;
    private final Problems problems;

    MessageReader(SourceFile file, Problems problems) {
        this.file = file;
        this.texts = new PlainText(file, problems);
        this.problems = problems;
    }

    /** Reads a message that may name the slots in scope. */
    Optional<Message> message(YamlNode node, SlotScope scope) {
        if (!(node instanceof YamlNode.Items items)) {
            return template(node, scope).map(wording -> new Message(List.of(wording)));
        }
        if (items.items().isEmpty() || items.items().size() > BotFormat.MAX_VARIATIONS) {
            String found = "a list of " + items.items().size();
            problems.add(node.position(), "value.range", found, "1 to " + BotFormat.MAX_VARIATIONS + " wordings");
            return Optional.empty();
        }
        List<Template> wordings = new ArrayList<>();
        items.items().forEach(item -> template(item, scope).ifPresent(wordings::add));
        return wordings.isEmpty() ? Optional.empty() : Optional.of(new Message(wordings));
    }

    /** Returns whether a node with keys is a way to say something. */
    boolean isSpecial(YamlNode node) {
        return node instanceof YamlNode.Fields fields && fields.byKey().containsKey("all");
    }

    /** Reads what is said in one go: a message, or below {@code all} several, one after the other. */
    Optional<List<Message>> messages(YamlNode node, SlotScope scope) {
        if (!isSpecial(node)) {
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

    /** Reads one wording. */
    Optional<Template> template(YamlNode node, SlotScope scope) {
        return texts.read(node, EXPECTED, BotFormat.MAX_MESSAGE).flatMap(scalar -> template(scalar, scope));
    }

    /** Reads a message below a key that may be absent. */
    Optional<Message> message(Entries entries, String key, SlotScope scope) {
        return entries.get(key).flatMap(node -> message(node, scope));
    }

    /** The keys of a question, wherever one stands. */
    static final List<String> PROMPT_KEYS =
            List.of("ask", "retry", "retries", "help", "waiting", "interrupt", "listen");

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
        Listening listening = new ListeningReader(problems).listening(entries);
        return ask.map(question -> new Prompt(question, retry, retries, help, pause, listening));
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
