package dev.sotto.bot.exchange;

import dev.sotto.bot.build.BotFormat;
import dev.sotto.bot.build.DefaultWording;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a {@code bot.yaml} as an author would: plain where YAML lets it be plain. Confined to one bot. */
final class BotText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z\\u00C0-\\u024F][^:#\\[\\]{}&*!|>%@`\"\\\\]*");
    private static final Set<String> NOT_TEXT = Set.of("yes", "no", "true", "false", "on", "off", "null", "y", "n");
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    private final String name;
    private final Optional<URI> hook;

    BotText(String name, Optional<URI> hook) {
        this.name = name;
        this.hook = hook;
    }

    String of(Draft bot) {
        line(0, "bot", name);
        line(0, "title", shortened(bot.title()));
        line(0, "locale", bot.locale());
        bot.threshold().ifPresent(threshold -> plain(0, "threshold", Double.toString(threshold)));
        boolean english = Locale.forLanguageTag(bot.locale()).getLanguage().equals("en");
        Map<String, List<String>> usual = english ? Map.of() : DefaultWording.english();
        for (String key : List.of("greeting", "again", "refused", "failed")) {
            texts(0, key, usual.getOrDefault(key, List.of()));
        }
        repair(bot.repair(), usual);
        out.append("\nintents:\n");
        bot.intents().forEach(intent -> intent(intent, usual.getOrDefault("declined", List.of())));
        types(bot.types());
        return out.toString();
    }

    private void repair(Draft.Repair repair, Map<String, List<String>> usual) {
        List<String> misunderstood = repair.misunderstood().isEmpty()
                ? usual.getOrDefault("misunderstood", List.of())
                : repair.misunderstood();
        List<String> givingUp =
                repair.givingUp().isEmpty() ? usual.getOrDefault("giving-up", List.of()) : repair.givingUp();
        if (misunderstood.isEmpty() && givingUp.isEmpty() && repair.attempts().isEmpty()) {
            return;
        }
        out.append("\nrepair:\n");
        number(1, "attempts", repair.attempts());
        texts(1, "misunderstood", misunderstood);
        texts(1, "giving-up", givingUp);
    }

    private void intent(Draft.Intent intent, List<String> usuallyDeclined) {
        out.append('\n').append(INDENT).append(scalar(intent.name())).append(":\n");
        if (!intent.says().isEmpty()) {
            indent(2).append("says:\n");
            intent.says()
                    .forEach(sample ->
                            indent(3).append("- ").append(scalar(sample)).append('\n'));
        }
        if (!intent.slots().isEmpty()) {
            indent(2).append("slots:\n");
            intent.slots().forEach(this::slot);
        }
        intent.confirmation().ifPresent(confirmation -> {
            indent(2).append("confirm:\n");
            prompt(3, confirmation.prompt());
            texts(3, "declined", confirmation.declined().isEmpty() ? usuallyDeclined : confirmation.declined());
        });
        intent.eachTurn().ifPresent(call -> call("each-turn", call));
        intent.fulfil().ifPresent(call -> call("fulfil", call));
        texts(2, "answer", intent.answer());
        texts(2, "failed", intent.failed());
    }

    private void slot(Draft.Slot slot) {
        indent(3).append(scalar(slot.name())).append(":\n");
        line(4, "type", slot.type());
        if (!slot.required()) {
            indent(4).append("required: no\n");
        }
        prompt(4, slot.prompt());
        if (slot.secret()) {
            line(4, "class", "secret");
        }
    }

    private void prompt(int depth, Draft.Prompt prompt) {
        texts(depth, "ask", prompt.ask());
        if (!prompt.ask().isEmpty()) {
            number(depth, "retries", prompt.retries());
        }
    }

    private void call(String key, Draft.Call call) {
        hook.ifPresent(address -> {
            indent(2).append(key).append(":\n");
            line(3, "hook", address.toString());
            call.label().ifPresent(label -> line(3, "label", label));
        });
    }

    private void types(List<Draft.Type> types) {
        if (types.isEmpty()) {
            return;
        }
        out.append("\ntypes:\n");
        for (Draft.Type type : types) {
            out.append('\n').append(INDENT).append(scalar(type.name())).append(":\n");
            if (type.open()) {
                indent(2).append("open: yes\n");
            }
            type.pattern()
                    .ifPresent(pattern -> indent(2)
                            .append("pattern: ")
                            .append(scalar(pattern))
                            .append('\n'));
            if (!type.values().isEmpty()) {
                indent(2).append("values:\n");
                type.values().forEach(this::value);
            }
        }
    }

    private void value(Draft.Value value) {
        indent(3).append(scalar(value.value())).append(':');
        if (value.synonyms().isEmpty()) {
            out.append('\n');
            return;
        }
        List<String> words =
                value.synonyms().stream().map(BotText::quotedUnlessWord).toList();
        out.append(" [").append(String.join(", ", words)).append("]\n");
    }

    private void texts(int depth, String key, List<String> wordings) {
        if (wordings.size() == 1) {
            line(depth, key, wordings.get(0));
        } else if (!wordings.isEmpty()) {
            indent(depth).append(key).append(":\n");
            wordings.forEach(
                    text -> indent(depth + 1).append("- ").append(scalar(text)).append('\n'));
        }
    }

    private void number(int depth, String key, OptionalInt value) {
        value.ifPresent(number -> plain(depth, key, Integer.toString(number)));
    }

    private void line(int depth, String key, String value) {
        plain(depth, key, scalar(value));
    }

    private void plain(int depth, String key, String value) {
        indent(depth).append(key).append(": ").append(value).append('\n');
    }

    private StringBuilder indent(int depth) {
        return out.append(INDENT.repeat(depth));
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= BotFormat.MAX_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, BotFormat.MAX_TITLE));
    }

    /** In a list between brackets a comma parts words. */
    private static String quotedUnlessWord(String text) {
        return text.indexOf(',') >= 0 ? quoted(text) : scalar(text);
    }

    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT))
                && text.equals(text.strip());
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
