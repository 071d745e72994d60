package dev.sotto.bot.exchange;

import dev.sotto.bot.build.BotFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a bot of Lex says as wordings of ours. Confined to one import. */
final class Messages {

    private final Account account;

    Messages(Account account) {
        this.account = account;
    }

    /**
     * Reads the message groups of a response or prompt of Lex V2: one message of each group is said, one after the other.
     *
     * @param slots what it may name
     */
    List<List<String>> all(Piece saying, Set<String> slots) {
        saying.pass("allowInterrupt", "messageSelectionStrategy");
        List<List<String>> groups = new ArrayList<>();
        for (Piece group : saying.list("messageGroupsList", "messageGroupList", "messageGroups")) {
            List<String> wordings = new ArrayList<>();
            group.get("message").flatMap(message -> said(message, slots)).ifPresent(wordings::add);
            group.list("variations").forEach(other -> said(other, slots).ifPresent(wordings::add));
            if (!wordings.isEmpty()) {
                groups.add(wordings);
            }
        }
        return groups;
    }

    /** Reads the message groups of a prompt as wordings of one question. */
    List<String> question(Piece saying, Set<String> slots) {
        List<List<String>> groups = all(saying, slots);
        if (groups.size() > 1 && groups.stream().anyMatch(group -> group.size() > 1)) {
            account.approximated(saying, "its groups vary together, not each for itself");
        }
        return joined(groups);
    }

    /** Reads the messages of Lex V1: one of each group number is said; without a number all are wordings of one. */
    List<List<String>> versionOne(Piece saying, Set<String> slots) {
        TreeMap<Integer, List<String>> groups = new TreeMap<>();
        for (Piece message : saying.list("messages")) {
            String type = message.text("contentType").orElse("PlainText");
            int group = message.number("groupNumber").orElse(0);
            message.get("content")
                    .map(content -> type.equals("SSML") ? unmarked(content) : content.text())
                    .map(text -> Notation.template(text, slots))
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> groups.computeIfAbsent(group, number -> new ArrayList<>())
                            .add(text));
        }
        saying.get("responseCard").ifPresent(card -> account.left(card, "a card; the bot says words only"));
        return List.copyOf(groups.values());
    }

    private Optional<String> said(Piece message, Set<String> slots) {
        Optional<String> text = message.get("plainTextMessage").flatMap(plain -> plain.text("value"));
        if (text.isEmpty()) {
            text = message.get("ssmlMessage").flatMap(ssml -> ssml.get("value")).map(this::unmarked);
        }
        if (text.isEmpty()) {
            text = message.get("imageResponseCard").map(this::card);
        }
        message.get("customPayload").ifPresent(payload -> account.left(payload, "a payload for a client of its own"));
        return text.map(words -> Notation.template(words, slots)).filter(words -> !words.isEmpty());
    }

    private String unmarked(Piece ssml) {
        account.approximated(ssml, "its words without their SSML");
        return Notation.withoutMarkup(ssml.text());
    }

    private String card(Piece card) {
        account.approximated(card, "the words of the card, without picture and buttons");
        List<String> parts = new ArrayList<>();
        card.text("title").ifPresent(parts::add);
        card.text("subtitle").ifPresent(parts::add);
        List<String> buttons = new ArrayList<>();
        card.list("buttons").forEach(button -> button.text("text").ifPresent(buttons::add));
        if (!buttons.isEmpty()) {
            parts.add("(" + String.join(", ", buttons) + ")");
        }
        card.take();
        return String.join(". ", parts);
    }

    /** As many wordings as the richest group has, each with a message of every group. */
    static List<String> joined(List<List<String>> groups) {
        int most = groups.stream().mapToInt(List::size).max().orElse(0);
        List<String> wordings = new ArrayList<>();
        for (int i = 0; i < Math.min(most, BotFormat.MAX_VARIATIONS); i++) {
            StringBuilder words = new StringBuilder();
            for (List<String> group : groups) {
                words.append(words.isEmpty() ? "" : " ").append(group.get(i % group.size()));
            }
            wordings.add(words.toString());
        }
        return wordings.stream().distinct().toList();
    }
}
