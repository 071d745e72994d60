package dev.sotto.bot.build;

import dev.sotto.bot.Limit;
import dev.sotto.bot.Message;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code accept: "<= 500 GBP"} and {@code refuse: …}. */
final class LimitReader {

    private static final Pattern FORM =
            Pattern.compile("(<=|>=|<|>) *(-?[0-9]{1,15}(?:\\.[0-9]{1,6})?)(?: +([A-Z]{3}))?");
    private static final String MONEY_FORM = "a comparison with an amount, such as \"<= 500 GBP\"";
    private static final String NUMBER_FORM = "a comparison with a number, such as \"<= 500\"";

    private final MessageReader messages;
    private final Problems problems;

    LimitReader(MessageReader messages, Problems problems) {
        this.messages = messages;
        this.problems = problems;
    }

    /** Reads the limit of a slot of that type; nothing if it has none. */
    Optional<Limit> limit(Entries slot, String type, SlotScope scope) {
        Optional<Message> refusal = messages.message(slot, "refuse", scope);
        if (!slot.has("accept")) {
            if (slot.has("refuse")) {
                problems.add(slot.position(), "key.missing", "\"refuse\" without \"accept\"", "the key \"accept\"");
            }
            return Optional.empty();
        }
        if (!slot.has("refuse")) {
            problems.add(slot.position(), "key.missing", "\"accept\" without \"refuse\"", "the key \"refuse\"");
        }
        Optional<Matcher> form = slot.get("accept").flatMap(node -> comparison(node, type));
        return form.flatMap(match -> refusal.map(message -> limit(match, message)));
    }

    private Optional<Matcher> comparison(YamlNode node, String type) {
        boolean money = type.equals(BotFormat.MONEY);
        if (!money && !type.equals(BotFormat.NUMBER)) {
            problems.add(node.position(), "limit.type", "a limit for the type \"" + type + "\"", "number or money");
            return Optional.empty();
        }
        String expected = money ? MONEY_FORM : NUMBER_FORM;
        Optional<YamlNode.Scalar> text = Values.text(node, expected, problems);
        Matcher match = FORM.matcher(text.map(YamlNode.Scalar::text).orElse(""));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!match.matches() || (match.group(3) != null) != money || (money && !isCurrency(match.group(3)))) {
            problems.add(node.position(), "limit.malformed", node.kind(), expected);
            return Optional.empty();
        }
        return Optional.of(match);
    }

    private static Limit limit(Matcher match, Message refusal) {
        Limit.Operator operator = Arrays.stream(Limit.Operator.values())
                .filter(candidate -> candidate.sign().equals(match.group(1)))
                .findFirst()
                .orElseThrow();
        return new Limit(operator, new BigDecimal(match.group(2)), Optional.ofNullable(match.group(3)), refusal);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
