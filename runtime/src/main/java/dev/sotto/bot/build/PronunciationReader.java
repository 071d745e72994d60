package dev.sotto.bot.build;

import dev.sotto.speech.graph.Lexicon;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads how words sound that a bot says so of. */
final class PronunciationReader {

    private static final Pattern PHONE = Pattern.compile("\\S+");
    private static final String EXPECTED = "phones with blanks between them, such as T IY, or a list of such";

    private final Sheets file;
    private final Locale locale;
    private final Problems problems;

    /**
     * @param locale of the bot
     */
    PronunciationReader(Sheets file, Locale locale, Problems problems) {
        this.file = file;
        this.locale = locale;
        this.problems = problems;
    }

    /** Reads all of them. Those of another language, which a file of a locale is laid over, are of no concern here. */
    Lexicon lexicon(List<YamlNode.Field> all) {
        List<YamlNode.Field> fields =
                all.stream().filter(field -> !file.isForeign(field.value())).toList();
        if (!fields.isEmpty() && !Lexicon.isOf(locale)) {
            problems.add(
                    fields.get(0).position(),
                    "pronunciation.language",
                    "pronunciations in " + locale.getDisplayLanguage(Locale.UK),
                    "none, for the phones are those of English");
            return Lexicon.NONE;
        }
        Names.noteTwins(fields, "word", problems);
        Names.noteTooMany(fields, BotFormat.MAX_PRONUNCIATIONS, "pronunciations", problems);
        Map<String, List<List<String>>> sounds = new HashMap<>();
        for (YamlNode.Field field : fields) {
            Optional<String> word = word(field);
            List<List<String>> rows = rows(field);
            if (word.isPresent() && !rows.isEmpty()) {
                sounds.put(word.get(), rows);
            }
        }
        return new Lexicon(sounds);
    }

    private Optional<String> word(YamlNode.Field field) {
        Optional<String> word = Lexicon.word(field.key());
        if (word.isEmpty()) {
            problems.add(
                    field.position(),
                    "pronunciation.word",
                    "\"" + field.key() + "\" as a word with a pronunciation",
                    "one word of letters; of several, each has its own, and figures are read as words");
        }
        return word;
    }

    private List<List<String>> rows(YamlNode.Field field) {
        List<YamlNode> items = field.value() instanceof YamlNode.Items list ? list.items() : List.of(field.value());
        if (items.isEmpty() || items.size() > BotFormat.MAX_SOUNDS) {
            problems.add(
                    field.value().position(),
                    "pronunciation.count",
                    items.size() + " pronunciations of \"" + field.key() + "\"",
                    "1 to " + BotFormat.MAX_SOUNDS);
        }
        List<List<String>> rows = new ArrayList<>();
        for (YamlNode item : items) {
            Values.text(item, EXPECTED, problems).flatMap(this::row).ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<List<String>> row(YamlNode.Scalar text) {
        List<MatchResult> phones = PHONE.matcher(text.text()).results().toList();
        boolean known = true;
        for (MatchResult phone : phones) {
            if (!Lexicon.PHONES.contains(phone.group())) {
                known = false;
                problems.addName(
                        file.within(text, phone.start()),
                        "pronunciation.phone",
                        "the phone \"" + phone.group() + "\"",
                        phone.group(),
                        Lexicon.PHONES);
            }
        }
        if (phones.size() > BotFormat.MAX_PHONES) {
            problems.add(
                    text.position(), "pronunciation.count", phones.size() + " phones", "1 to " + BotFormat.MAX_PHONES);
        }
        return known ? Optional.of(phones.stream().map(MatchResult::group).toList()) : Optional.empty();
    }
}
