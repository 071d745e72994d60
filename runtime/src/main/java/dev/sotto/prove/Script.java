package dev.sotto.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.bot.Bot;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Next;
import dev.sotto.bot.Place;
import dev.sotto.bot.Sentences;
import dev.sotto.bot.Slot;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a proof says to a bot: every intent is begun once, with the mark wherever a slot takes any words and around
 * everything else, and no confirmation is ever given, so that nothing is set in motion. An intent that a hook serves is
 * left out for the same reason.
 */
final class Script {

    private final Bot bot;
    private final Mark mark;
    private final Sentences sentences;

    Script(Bot bot, Mark mark) {
        this.bot = bot;
        this.mark = mark;
        this.sentences = new Sentences(bot);
    }

    String bot() {
        return bot.name().value();
    }

    /** Returns the lines that begin something. */
    List<String> openers() {
        List<String> lines = new ArrayList<>();
        lines.add("my name is " + mark.text());
        lines.add(mark.text());
        bot.intents().stream()
                .filter(Script::isHarmless)
                .forEach(intent -> intent.says().stream()
                        .findFirst()
                        .map(sample -> sentences.of(intent, sample, this::marked) + ", says " + mark.text())
                        .ifPresent(lines::add));
        return lines;
    }

    /** Returns what to say to a question; nothing to one that would set something in motion or wants nothing special. */
    Optional<String> reply(JsonNode question) {
        return switch (question.path("expects").asText()) {
            case "slot" ->
                Optional.of(value(
                        question.path("intent").asText(), question.path("slot").asText()));
            default -> Optional.empty();
        };
    }

    private String value(String intent, String slot) {
        return bot.intent(new IntentName(intent))
                .flatMap(found -> found.slot(new SlotName(slot)))
                .map(asked -> marked(asked).orElseGet(() -> sentences.value(asked) + " " + mark.text()))
                .orElse(mark.text());
    }

    private Optional<String> marked(Slot slot) {
        return sentences.isOpen(slot) ? Optional.of(mark.text()) : Optional.empty();
    }

    /** Returns whether beginning it sets nothing in motion. */
    static boolean isHarmless(Intent intent) {
        return !intent.callsOut()
                && intent.outcomes().then() instanceof Ending.Continue
                && Place.all(intent).stream()
                        .allMatch(standing -> standing.passage().next() instanceof Next.Onward);
    }
}
