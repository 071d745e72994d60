package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.bot.CardHosts;
import dev.sotto.bot.Confirmation;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Glossary;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Limit;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Message;
import dev.sotto.bot.Outcomes;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Prompt;
import dev.sotto.bot.Repair;
import dev.sotto.bot.Requirement;
import dev.sotto.bot.Slot;
import dev.sotto.bot.Template;
import dev.sotto.bot.Updates;
import dev.sotto.bot.Wording;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.sensitive.DataClass;
import dev.sotto.speech.graph.Lexicon;
import dev.sotto.yaml.Problems;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small bots to talk to. */
final class Bots {

    static final Hook HOOK = hook(Hook.Transcript.WITHHELD);
    static final Hook TOLD_HOOK = hook(Hook.Transcript.SENT);

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}|\\[([a-z-]+)]");

    private Bots() {}

    /** Orders by way of both hooks, one of them told the person's words, and has another intent to lead to. */
    static Bot shop() {
        return bot(
                intent("order")
                        .slot(slot("drink", "drink", 1))
                        .slot(slot("size", "size", 1))
                        .dialogHook(HOOK)
                        .fulfilmentHook(TOLD_HOOK)
                        .answer("Your {size} {drink} is ready.")
                        .failure("No coffee today.")
                        .build(),
                intent("gift")
                        .slot(slot("card", "payee", 1))
                        .confirm(Prompt.of(message("A gift?"), 1))
                        .answer("A gift with {card}.")
                        .build(),
                intent("pick-up").fulfilmentHook(HOOK).then(new Ending.Hangup()).build());
    }

    /** Pays people, tells the opening hours, tells a salary, changes a PIN, hands over, hangs up. */
    static Bot bank() {
        Prompt confirm = prompt("Send {amount} to {payee}?", "Yes or no?", 2);
        return bot(
                intent("pay")
                        .slot(slot("payee", "payee", 2))
                        .slot(limited(slot("amount", "money", 2), "500", "GBP"))
                        .confirm(confirm)
                        .answer("Sent {amount} to {payee}.")
                        .build(),
                intent("hours").answer("Nine to five.").build(),
                intent("salary")
                        .slot(slot("employee", "payee", 1))
                        .answer("It is {employee}'s.")
                        .build(),
                intent("pin")
                        .slot(slot("pin", "number", 1, DataClass.SECRET))
                        .answer("Your PIN is {pin} now.")
                        .build(),
                intent("agent")
                        .answer("One moment.")
                        .then(new Ending.Transfer("agents"))
                        .build(),
                intent("bye").answer("Goodbye.").then(new Ending.Hangup()).build());
    }

    static Bot bot(Intent... intents) {
        return new Bot(
                new BotName("sample"),
                "Sample",
                "",
                Locale.UK,
                Optional.empty(),
                List.of(intents),
                List.of(
                        type("payee", true, "anna", "bob", "mister-christopher-robinson"),
                        type("size", false, "small", "large"),
                        type("shots", false, "1", "2")),
                Glossary.NONE,
                Lexicon.NONE,
                new Wording(
                        message("Hello."),
                        message("Anything else?"),
                        message("Back to it."),
                        message("I did not get that."),
                        message("I give up."),
                        message("I can't do that here."),
                        message("Something broke."),
                        message("Ask me anything."),
                        message("Forgotten."),
                        new Pause(message("I wait."), Optional.empty(), message("On we go.")),
                        message("Goodbye.")),
                new Repair(2, new Ending.Transfer("agents")),
                0.4,
                "embedding",
                new CardHosts(Set.of()));
    }

    static Bot with(Bot bot, Wording wording, Repair repair) {
        return new Bot(
                bot.name(),
                bot.title(),
                bot.hint(),
                bot.locale(),
                bot.timeZone(),
                bot.intents(),
                bot.types(),
                bot.glossary(),
                bot.lexicon(),
                wording,
                repair,
                bot.threshold(),
                bot.engine(),
                bot.cardHosts());
    }

    private static Prompt prompt(String ask, String retry, int retries) {
        return new Prompt(
                List.of(message(ask)),
                List.of(List.of(message(retry))),
                retries,
                Optional.empty(),
                Optional.empty(),
                Listening.USUAL);
    }

    static TrainingSet.SlotType type(String name, boolean open, String... values) {
        List<TrainingSet.Entry> entries = new ArrayList<>();
        for (String value : values) {
            entries.add(new TrainingSet.Entry(value, List.of()));
        }
        return new TrainingSet.SlotType(new SlotTypeName(name), entries, open);
    }

    static Slot slot(String name, String type, int retries) {
        return slot(name, type, retries, DataClass.PERSONAL);
    }

    static Slot slot(String name, String type, int retries, DataClass dataClass) {
        return new Slot(
                new SlotName(name),
                new SlotTypeName(type),
                Slot.Constraint.REQUIRED,
                Slot.Arity.ONE,
                Optional.of(prompt(name + "?", "Sorry, " + name + "?", retries)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Passage.NONE,
                Passage.NONE,
                dataClass);
    }

    static Slot optional(String name, String type) {
        return new Slot(
                new SlotName(name),
                new SlotTypeName(type),
                Slot.Constraint.OPTIONAL,
                Slot.Arity.ONE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Passage.NONE,
                Passage.NONE,
                DataClass.PERSONAL);
    }

    static Slot limited(Slot slot, String most, String currency) {
        Limit limit = new Limit(
                Limit.Operator.AT_MOST, new BigDecimal(most), Optional.of(currency), message("At most " + most + "."));
        return new Slot(
                slot.name(),
                slot.type(),
                slot.constraint(),
                slot.arity(),
                slot.prompt(),
                slot.defaults(),
                Optional.of(limit),
                slot.eachTry(),
                slot.captured(),
                slot.failed(),
                slot.dataClass());
    }

    /** Reads {@code {slot}} and {@code [attribute]} as places. */
    static Message message(String... wordings) {
        List<Template> templates = new ArrayList<>();
        for (String wording : wordings) {
            templates.add(template(wording));
        }
        return new Message(templates);
    }

    static Template template(String text) {
        List<Template.Part> parts = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        int from = 0;
        while (places.find()) {
            parts.add(new Template.Literal(text.substring(from, places.start())));
            parts.add(
                    places.group(1) != null
                            ? new Template.SlotPlace(new SlotName(places.group(1)))
                            : new Template.AttributePlace(places.group(2)));
            from = places.end();
        }
        parts.add(new Template.Literal(text.substring(from)));
        return new Template(parts);
    }

    /** Returns the bot {@code shop} of a {@code bot.yaml} without a fault. */
    static Bot read(String yaml) {
        Problems problems = new Problems();
        return BotReader.read(new SourceFile("bot.yaml", yaml), "shop", problems)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
    }

    static Builder intent(String name) {
        return new Builder(name);
    }

    private static Hook hook(Hook.Transcript transcript) {
        return new Hook(URI.create("https://hooks.example/h"), Duration.ofSeconds(1), Optional.of("label"), transcript);
    }

    /** An intent in the making. */
    static final class Builder {

        private final IntentName name;
        private final List<Slot> slots = new ArrayList<>();
        private Optional<Confirmation> confirmation = Optional.empty();
        private Optional<Hook> dialogHook = Optional.empty();
        private Optional<Hook> fulfilmentHook = Optional.empty();
        private Passage answer = Passage.NONE;
        private Optional<Passage> failure = Optional.empty();
        private Ending then = new Ending.Continue();

        private Builder(String name) {
            this.name = new IntentName(name);
        }

        Builder slot(Slot slot) {
            slots.add(slot);
            return this;
        }

        Builder confirm(Prompt prompt) {
            confirmation = Optional.of(new Confirmation(
                    prompt, Optional.empty(), Passage.NONE, Passage.saying(message("Then not.")), Passage.NONE));
            return this;
        }

        Builder dialogHook(Hook hook) {
            dialogHook = Optional.of(hook);
            return this;
        }

        Builder fulfilmentHook(Hook hook) {
            fulfilmentHook = Optional.of(hook);
            return this;
        }

        Builder answer(String text) {
            return answer(message(text));
        }

        Builder answer(Message message) {
            answer = Passage.saying(message);
            return this;
        }

        Builder failure(String text) {
            failure = Optional.of(Passage.saying(message(text)));
            return this;
        }

        Builder then(Ending ending) {
            then = ending;
            return this;
        }

        Intent build() {
            return new Intent(
                    name,
                    Intent.Role.WISH,
                    List.of(),
                    Passage.NONE,
                    slots,
                    confirmation,
                    dialogHook,
                    fulfilmentHook,
                    Updates.NONE,
                    new Outcomes(answer, failure, Optional.empty(), Passage.NONE, then),
                    List.of(),
                    List.of(),
                    Requirement.NONE);
        }
    }
}
