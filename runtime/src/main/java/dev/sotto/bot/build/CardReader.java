package dev.sotto.bot.build;

import dev.sotto.bot.Card;
import dev.sotto.bot.CardHosts;
import dev.sotto.bot.Template;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads cards. The limits are Lex V2's. */
final class CardReader {

    static final List<String> KEYS = List.of("title", "subtitle", "image", "buttons");

    private final MessageReader messages;
    private final CardHosts hosts;
    private final Problems problems;

    CardReader(MessageReader messages, CardHosts hosts, Problems problems) {
        this.messages = messages;
        this.hosts = hosts;
        this.problems = problems;
    }

    Optional<Card> card(YamlNode node, SlotScope scope) {
        Optional<Entries> entries = Entries.of(node, "a card", KEYS, problems);
        Optional<Template> title =
                entries.flatMap(keys -> keys.required("title")).flatMap(text -> messages.words(text, scope));
        if (entries.isEmpty() || title.isEmpty()) {
            return Optional.empty();
        }
        List<YamlNode.Field> buttons = entries.get().named("buttons");
        if (buttons.size() > Card.MAX_BUTTONS) {
            problems.add(node.position(), "count.too_many", buttons.size() + " buttons", "at most " + Card.MAX_BUTTONS);
        }
        List<Card.Button> read = new ArrayList<>();
        for (YamlNode.Field button : buttons) {
            Values.text(button.value(), "what the person says by pressing it", problems)
                    .filter(value -> isShort(button.key(), button) && isShort(value.text(), button))
                    .ifPresent(value -> read.add(new Card.Button(button.key(), value.text())));
        }
        return Optional.of(new Card(
                title.get(),
                entries.get().get("subtitle").flatMap(text -> messages.words(text, scope)),
                entries.get().get("image").flatMap(this::image),
                read));
    }

    private boolean isShort(String text, YamlNode.Field button) {
        int length = text.codePointCount(0, text.length());
        if (length > Card.MAX_BUTTON) {
            String expected = "at most " + Card.MAX_BUTTON + " characters";
            problems.add(button.position(), "text.too_long", length + " characters on a button", expected);
        }
        return length <= Card.MAX_BUTTON;
    }

    private Optional<URI> image(YamlNode node) {
        String expected = "an https address on a host that card-hosts lists";
        Optional<YamlNode.Scalar> text = Values.text(node, expected, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> picture = hosts.picture(text.get().text());
        if (picture.isPresent()) {
            return picture;
        }
        problems.add(node.position(), "card.image", node.kind(), expected);
        return Optional.empty();
    }
}
