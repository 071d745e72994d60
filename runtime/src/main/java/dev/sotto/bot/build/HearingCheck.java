package dev.sotto.bot.build;

import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.speech.graph.Lexicon;
import dev.sotto.speech.graph.SpokenWords;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.NearestName;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Notes what of a bot can be written to it and not be said: words for which there is no pronunciation. */
final class HearingCheck {

    private final Lexicon own;
    private final Sheets file;
    private final Problems problems;
    private final Set<String> told = new HashSet<>();
    private final List<String> texts = new ArrayList<>();

    private HearingCheck(Lexicon own, Sheets file, Problems problems) {
        this.own = own;
        this.file = file;
        this.problems = problems;
    }

    /** Notes it of a bot in English. */
    static void note(Entries bot, Lexicon own, Locale locale, Sheets file, Problems problems) {
        HearingCheck check = new HearingCheck(own, file, problems);
        bot.named("intents").forEach(intent -> check.all(check.below(intent.value(), "says")));
        bot.named("types").forEach(type -> check.values(check.below(type.value(), "values")));
        check.unused(bot, locale);
    }

    private Optional<YamlNode> below(YamlNode node, String key) {
        return node instanceof YamlNode.Fields fields
                ? Optional.ofNullable(fields.byKey().get(key))
                : Optional.empty();
    }

    private void values(Optional<YamlNode> node) {
        if (node.orElse(null) instanceof YamlNode.Fields values) {
            for (YamlNode.Field value : values.entries()) {
                one(new YamlNode.Scalar(value.position(), value.key(), YamlNode.Style.PLAIN));
                if (value.value() instanceof YamlNode.Fields) {
                    all(below(value.value(), "said"));
                    all(below(value.value(), "words"));
                } else {
                    all(Optional.of(value.value()));
                }
            }
        }
    }

    private void all(Optional<YamlNode> node) {
        if (node.orElse(null) instanceof YamlNode.Items list) {
            list.items().forEach(item -> all(Optional.of(item)));
        } else if (node.orElse(null) instanceof YamlNode.Scalar text && !text.isEmpty()) {
            one(text);
        }
    }

    private void one(YamlNode.Scalar text) {
        texts.add(text.text());
        for (SpokenWords.Unheard words : SpokenWords.unheard(text.text(), own)) {
            if (told.add(words.text().toLowerCase(Locale.ROOT))) {
                problems.note(
                        file.within(text, words.offset()),
                        "word.unheard",
                        "\"" + words.text() + "\", which can be written and not be said",
                        "letters of English, or a pronunciation of the word under \"pronunciations\"");
            }
        }
    }

    /** Countries and the like are the bot's words without being written. */
    private void unused(Entries bot, Locale locale) {
        if (own.sounds().isEmpty()) {
            return;
        }
        BuiltInTypes.names().forEach(type -> texts.addAll(BuiltInTypes.known(type, locale)));
        Set<String> used = SpokenWords.of(texts);
        for (YamlNode.Field field : bot.named("pronunciations")) {
            Optional<String> word = Lexicon.word(field.key());
            if (word.isPresent() && !used.contains(word.get()) && !used.contains(word.get() + "'s")) {
                problems.note(new Problem(
                        field.position(),
                        "pronunciation.unused",
                        "the pronunciation of \"" + field.key() + "\"",
                        "a word of the bot's sample utterances or values",
                        NearestName.of(word.get(), used)));
            }
        }
    }
}
