package dev.sotto.prove;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Sentences;
import dev.sotto.bot.Slot;
import dev.sotto.nlu.Example;
import dev.sotto.nlu.value.BuiltInTypes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a proof says aloud. A bot hears no words but its own, so what nobody said before is a number where the bot takes one,
 * and otherwise two of its sentences in a row. The marks are taken from what was heard, rightly or not: words in a row that
 * no sentence of the bot's has.
 */
final class SpokenLine {

    private static final int MARK_WORDS = 5;
    private static final int SHORTEST_MARK = 18;
    private static final int LOWEST = 101;
    private static final int HIGHEST = 499;

    private final String text;
    private final List<String> sentences;

    private SpokenLine(String text, List<String> sentences) {
        this.text = text;
        this.sentences = sentences;
    }

    /** Returns a line that sets nothing in motion; nothing if the bot has too few of them. */
    static Optional<SpokenLine> of(Bot bot) {
        Sentences sentences = new Sentences(bot);
        SecureRandom random = new SecureRandom();
        List<String> all = new ArrayList<>();
        List<String> harmless = new ArrayList<>();
        List<String> numbered = new ArrayList<>();
        for (Intent intent : bot.intents()) {
            for (Example example : intent.says()) {
                String usual = sentences.of(intent, example);
                all.add(words(usual));
                if (Script.isHarmless(intent)) {
                    harmless.add(usual);
                    String own = sentences.of(intent, example, slot -> number(slot, random));
                    if (!own.equals(usual)) {
                        numbered.add(own);
                    }
                }
            }
        }
        if (harmless.isEmpty()) {
            return Optional.empty();
        }
        String text = numbered.isEmpty() ? any(harmless, random) + " " + any(harmless, random) : any(numbered, random);
        return Optional.of(new SpokenLine(text, all));
    }

    private static String any(List<String> lines, SecureRandom random) {
        return lines.get(random.nextInt(lines.size()));
    }

    private static Optional<String> number(Slot slot, SecureRandom random) {
        String number = Integer.toString(LOWEST + random.nextInt(HIGHEST - LOWEST + 1));
        if (slot.type().equals(BuiltInTypes.NUMBER)) {
            return Optional.of(number);
        }
        return slot.type().equals(BuiltInTypes.MONEY) ? Optional.of(number + " pounds") : Optional.empty();
    }

    private static String words(String sentence) {
        return sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z' ]", "").strip();
    }

    /** Returns what is to be said. */
    String text() {
        return text;
    }

    /** Returns the bytes to look for if this was heard; none if it is what somebody might have written into the bot. */
    List<byte[]> forms(String transcript) {
        List<String> heard = Arrays.asList(transcript.split(" ", -1));
        List<byte[]> forms = new ArrayList<>();
        for (int i = 0; i + MARK_WORDS <= heard.size(); i++) {
            String mark = String.join(" ", heard.subList(i, i + MARK_WORDS));
            if (mark.length() >= SHORTEST_MARK && sentences.stream().noneMatch(each -> each.contains(mark))) {
                forms.addAll(new Mark(mark).forms());
            }
        }
        return forms;
    }
}
