package dev.sotto.bot.exchange;

import dev.sotto.bot.Card;
import dev.sotto.bot.build.BotFormat;
import dev.sotto.bot.build.MessageText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a bot of Lex says. Confined to one import. */
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
    List<Saying> all(Piece saying, Set<String> slots) {
        saying.pass("allowInterrupt", "messageSelectionStrategy");
        List<Saying> groups = new ArrayList<>();
        for (Piece group : saying.list("messageGroupsList", "messageGroupList", "messageGroups")) {
            List<Piece> messages = new ArrayList<>();
            group.get("message").ifPresent(messages::add);
            messages.addAll(group.list("variations"));
            group(messages, slots).ifPresent(groups::add);
        }
        return groups;
    }

    /** Reads the message groups of a prompt, of which one at least is to be words. */
    List<Saying> question(Piece saying, Set<String> slots) {
        List<Saying> groups = new ArrayList<>(all(saying, slots));
        if (!groups.isEmpty() && groups.stream().noneMatch(Saying::isSpoken)) {
            String words = groups.stream()
                    .flatMap(group -> group.card().stream())
                    .flatMap(card -> Optional.ofNullable(card.fields().get("title")).stream())
                    .map(title -> ((Yaml.Text) title).text())
                    .findFirst()
                    .orElse("What would you like?");
            account.approximated(saying, "words before it, for a question cannot be shown alone");
            groups.add(0, Saying.of(List.of(words)));
        }
        return groups;
    }

    private Optional<Saying> group(List<Piece> messages, Set<String> slots) {
        Optional<Saying> first = Optional.empty();
        List<String> wordings = new ArrayList<>();
        for (Piece message : messages) {
            Optional<Saying> one = message(message, slots);
            boolean fits = one.isPresent()
                    && (first.isEmpty()
                            || (first.get().kind() == one.get().kind()
                                    && first.get().card().isEmpty()));
            if (one.isPresent() && !fits) {
                account.approximated(message, "left out: a wording of another kind than the first of its group");
            } else if (one.isPresent()) {
                first = first.or(() -> one);
                wordings.addAll(one.get().wordings());
            }
        }
        return first.map(saying -> new Saying(saying.kind(), wordings, saying.card()));
    }

    private Optional<Saying> message(Piece message, Set<String> slots) {
        Optional<String> plain = message.get("plainTextMessage").flatMap(found -> found.text("value"));
        if (plain.isPresent()) {
            return text(Saying.Kind.WORDS, Notation.template(plain.get(), slots));
        }
        Optional<Piece> ssml = message.get("ssmlMessage").flatMap(found -> found.get("value"));
        if (ssml.isPresent()) {
            return ssml(ssml.get(), slots);
        }
        Optional<String> payload = message.get("customPayload").flatMap(found -> found.text("value"));
        if (payload.isPresent()) {
            return text(Saying.Kind.PAYLOAD, Notation.template(payload.get(), slots));
        }
        return message.get("imageResponseCard").flatMap(found -> card(found, slots));
    }

    private static Optional<Saying> text(Saying.Kind kind, String words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(new Saying(kind, List.of(words), Optional.empty()));
    }

    private Optional<Saying> ssml(Piece ssml, Set<String> slots) {
        String marked = Notation.template(ssml.text(), slots);
        if (MessageText.isSsml(marked)) {
            return text(Saying.Kind.SSML, marked);
        }
        account.approximated(ssml, "its words without its SSML, which is broken");
        return text(Saying.Kind.WORDS, Notation.template(Notation.withoutMarkup(ssml.text()), slots));
    }

    private Optional<Saying> card(Piece card, Set<String> slots) {
        Yaml.Fields fields = Yaml.Fields.block();
        String title =
                card.text("title").map(text -> Notation.template(text, slots)).orElse("");
        card.text("subtitle")
                .map(text -> Notation.template(text, slots))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> fields.put("subtitle", text));
        card.get("imageUrl").filter(Piece::saysSomething).ifPresent(image -> image(image, fields));
        Yaml.Fields buttons = Yaml.Fields.block();
        for (Piece button : card.list("buttons")) {
            String text = button.text("text").orElse("").strip();
            String value = button.text("value").orElse("").strip();
            boolean fits = !text.isEmpty()
                    && !value.isEmpty()
                    && !buttons.fields().containsKey(text)
                    && buttons.fields().size() < Card.MAX_BUTTONS;
            if (fits) {
                buttons.put(text, value);
            } else {
                account.approximated(button, "left out: a button without words, or one that is there already");
            }
        }
        if (!buttons.fields().isEmpty()) {
            fields.put("buttons", buttons);
        }
        if (title.isEmpty()) {
            account.left(card, "a card without a title");
            return Optional.empty();
        }
        Yaml.Fields whole = Yaml.Fields.block().put("title", title);
        fields.fields().forEach(whole::put);
        return Optional.of(new Saying(Saying.Kind.CARD, List.of(), Optional.of(whole)));
    }

    private void image(Piece image, Yaml.Fields card) {
        if (host(image.peek()).isPresent()) {
            card.put("image", image.text());
        } else {
            account.left(image, "a picture that is not at an https address");
        }
    }

    /** Returns the host that a picture comes from, if its address is one of https. */
    static Optional<String> host(String address) {
        try {
            URI url = new URI(address);
            return "https".equals(url.getScheme()) && url.getUserInfo() == null
                    ? Optional.ofNullable(url.getHost())
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
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

    private String unmarked(Piece ssml) {
        account.approximated(ssml, "its words without their SSML");
        return Notation.withoutMarkup(ssml.text());
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
