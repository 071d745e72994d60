package dev.sotto.bot.exchange;

import dev.sotto.bot.build.BotFormat;
import dev.sotto.bot.build.DefaultWording;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes a {@code bot.yaml} as an author would. Confined to one bot. */
final class BotText {

    private final PassageText passages;
    private final Map<String, List<String>> usual;

    private BotText(Optional<URI> hook, Draft bot) {
        this.passages = new PassageText(hook);
        boolean spoken = DefaultWording.exists(Locale.forLanguageTag(bot.locale()));
        this.usual = spoken ? Map.of() : DefaultWording.english();
    }

    /** Returns all that a bot's file says. */
    static Yaml.Fields tree(Draft bot, String name, Optional<URI> hook) {
        return new BotText(hook, bot).root(bot, name);
    }

    /** Returns the text of a bot's file, or of one of a further locale. */
    static String of(Yaml.Fields root) {
        Yaml.Writer out = new Yaml.Writer();
        root.fields().forEach((key, value) -> {
            boolean named = key.equals("intents") || key.equals("types");
            if (named || key.equals("repair")) {
                out.blankLine();
            }
            if (named && value instanceof Yaml.Fields fields) {
                out.field(0, key, new Yaml.Bare(""));
                fields.fields().forEach((name, below) -> out.blankLine().field(1, name, below));
            } else {
                out.field(0, key, value);
            }
        });
        return out.toString();
    }

    private Yaml.Fields root(Draft bot, String name) {
        Yaml.Fields root = Yaml.Fields.block();
        root.put("bot", name).put("title", shortened(bot.title())).put("locale", bot.locale());
        bot.threshold().stream()
                .filter(threshold -> threshold != BotFormat.DEFAULT_THRESHOLD)
                .forEach(threshold -> root.put("threshold", new Yaml.Bare(Double.toString(threshold))));
        for (String key :
                List.of("greeting", "again", "returning", "refused", "failed", "help", "cancelled", "goodbye")) {
            List<String> words = said(bot, key, key);
            if (!words.isEmpty()) {
                root.put(key, PassageText.wordings(words));
            }
        }
        List<String> hosts = hosts(bot);
        if (!hosts.isEmpty()) {
            root.put("card-hosts", Yaml.inOneLine(hosts));
        }
        waiting(root, bot);
        repair(root, bot.repair());
        Yaml.Fields intents = Yaml.Fields.block();
        bot.intents().forEach(intent -> intents.put(intent.name(), intent(intent)));
        root.put("intents", intents);
        if (!bot.types().isEmpty()) {
            Yaml.Fields types = Yaml.Fields.block();
            bot.types().forEach(type -> types.put(type.name(), type(type)));
            root.put("types", types);
        }
        return root;
    }

    /** Returns the hosts that pictures on cards come from. */
    private static List<String> hosts(Draft bot) {
        return bot.intents().stream()
                .flatMap(intent -> intent.sayings().stream())
                .flatMap(saying -> saying.card().stream())
                .flatMap(card -> Optional.ofNullable(card.fields().get("image")).stream())
                .flatMap(image -> Messages.host(((Yaml.Text) image).text()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> said(Draft bot, String key, String usually) {
        return bot.said().getOrDefault(key, usual.getOrDefault(usually, List.of()));
    }

    private void waiting(Yaml.Fields root, Draft bot) {
        Yaml.Fields fields = Yaml.Fields.block();
        Map.of("say", said(bot, "waiting", "waiting"), "resumed", said(bot, "resumed", "resumed")).entrySet().stream()
                .filter(words -> !words.getValue().isEmpty())
                .sorted(Map.Entry.<String, List<String>>comparingByKey().reversed())
                .forEach(words -> fields.put(words.getKey(), PassageText.wordings(words.getValue())));
        if (!fields.fields().isEmpty()) {
            root.put("waiting", fields);
        }
    }

    private void repair(Yaml.Fields root, Draft.Repair repair) {
        Yaml.Fields fields = Yaml.Fields.block();
        number(fields, "attempts", repair.attempts());
        texts(fields, "misunderstood", repair.misunderstood());
        texts(fields, "giving-up", repair.givingUp());
        if (!fields.fields().isEmpty()) {
            root.put("repair", fields);
        }
    }

    private Yaml intent(Draft.Intent intent) {
        Yaml.Fields fields = Yaml.Fields.block();
        if (intent.role() == Draft.Role.FALLBACK) {
            fields.put("fallback", new Yaml.Bare("yes"));
        }
        if (!intent.says().isEmpty()) {
            fields.put("says", Yaml.lines(intent.says()));
        }
        contexts(fields, intent.contexts());
        passages.put(fields, "begin", intent.begin());
        if (!intent.slots().isEmpty()) {
            Yaml.Fields slots = Yaml.Fields.block();
            intent.slots().forEach(slot -> slots.put(slot.name(), slot(slot)));
            fields.put("slots", slots);
        }
        intent.confirmation().ifPresent(confirmation -> fields.put("confirm", confirmation(confirmation)));
        intent.eachTurn().flatMap(passages::call).ifPresent(call -> fields.put("each-turn", call));
        intent.fulfil().flatMap(passages::call).ifPresent(call -> fields.put("fulfil", call));
        passages.put(fields, "answer", intent.outcomes().answer());
        passages.put(fields, "failed", intent.outcomes().failed());
        passages.put(fields, "timed-out", intent.outcomes().timedOut());
        passages.put(fields, "closing", intent.outcomes().closing());
        return fields;
    }

    private static void contexts(Yaml.Fields fields, Draft.Contexts contexts) {
        if (contexts.equals(Draft.Contexts.NONE)) {
            return;
        }
        Yaml.Fields both = Yaml.Fields.block();
        if (!contexts.needs().isEmpty()) {
            both.put("needs", Yaml.inOneLine(contexts.needs()));
        }
        if (!contexts.gives().isEmpty()) {
            Yaml.Fields gives = Yaml.Fields.block();
            for (Draft.Given given : contexts.gives()) {
                Yaml.Fields life = Yaml.Fields.flow();
                number(life, "turns", given.turns());
                given.seconds().ifPresent(seconds -> life.put("for", new Yaml.Bare(seconds + "s")));
                gives.put(given.name(), life.fields().isEmpty() ? new Yaml.Bare("") : life);
            }
            both.put("gives", gives);
        }
        fields.put("contexts", both);
    }

    private Yaml slot(Draft.Slot slot) {
        Yaml.Fields fields = Yaml.Fields.block();
        if (slot.parts().isEmpty()) {
            fields.put("type", slot.type());
        }
        if (slot.arity() == Draft.Arity.SEVERAL) {
            fields.put("multiple", new Yaml.Bare("yes"));
        }
        if (slot.need() == Draft.Need.OPTIONAL) {
            fields.put("required", new Yaml.Bare("no"));
        }
        prompt(fields, slot.parts().isEmpty() ? slot.prompt() : slot.prompt().once());
        if (!slot.parts().isEmpty()) {
            Yaml.Fields parts = Yaml.Fields.block();
            slot.parts().forEach(part -> parts.put(part.name(), slot(part)));
            fields.put("parts", parts);
        }
        if (!slot.defaults().isEmpty()) {
            fields.put("default", PassageText.wordings(slot.defaults()));
        }
        slot.eachTry().flatMap(passages::call).ifPresent(call -> fields.put("each-try", call));
        passages.put(fields, "captured", slot.captured());
        passages.put(fields, "failed", slot.failed());
        if (slot.privacy() == Draft.Privacy.SECRET) {
            fields.put("class", "secret");
        }
        return fields;
    }

    private Yaml confirmation(Draft.Confirmation confirmation) {
        Yaml.Fields fields = Yaml.Fields.block();
        prompt(fields, confirmation.prompt());
        confirmation.eachTry().flatMap(passages::call).ifPresent(call -> fields.put("each-try", call));
        passages.put(fields, "confirmed", confirmation.confirmed());
        Draft.Passage declined = confirmation.declined();
        List<String> usually = usual.getOrDefault("declined", List.of());
        passages.put(
                fields,
                "declined",
                declined.equals(Draft.Passage.NONE) && !usually.isEmpty()
                        ? Draft.Passage.saying(List.of(Saying.of(usually)))
                        : declined);
        passages.put(fields, "failed", confirmation.failed());
        return fields;
    }

    private static void prompt(Yaml.Fields fields, Draft.Prompt prompt) {
        if (!prompt.ask().isEmpty()) {
            fields.put("ask", Saying.yaml(prompt.ask()));
            number(fields, "retries", prompt.retries());
            prompt.besides().fields().forEach(fields::put);
        }
    }

    private static Yaml type(Draft.Type type) {
        Yaml.Fields fields = Yaml.Fields.block();
        if (type.open()) {
            fields.put("open", new Yaml.Bare("yes"));
        }
        type.pattern().ifPresent(pattern -> fields.put("pattern", pattern));
        if (!type.values().isEmpty()) {
            Yaml.Fields values = Yaml.Fields.block();
            type.values()
                    .forEach(value -> values.put(
                            value.value(),
                            value.synonyms().isEmpty() ? new Yaml.Bare("") : Yaml.inOneLine(value.synonyms())));
            fields.put("values", values);
        }
        return fields;
    }

    private void texts(Yaml.Fields fields, String key, List<String> wordings) {
        List<String> said = wordings.isEmpty() ? usual.getOrDefault(key, List.of()) : wordings;
        if (!said.isEmpty()) {
            fields.put(key, PassageText.wordings(said));
        }
    }

    private static void number(Yaml.Fields fields, String key, OptionalInt value) {
        value.ifPresent(number -> fields.put(key, new Yaml.Bare(Integer.toString(number))));
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= BotFormat.MAX_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, BotFormat.MAX_TITLE));
    }
}
