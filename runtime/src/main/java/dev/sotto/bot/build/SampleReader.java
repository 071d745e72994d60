package dev.sotto.bot.build;

import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the sample utterances of an intent. */
final class SampleReader {

    private final Sheets file;
    private final PlainText texts;
    private final Problems problems;

    SampleReader(Sheets file, Problems problems) {
        this.file = file;
        this.texts = new PlainText(file, problems);
        this.problems = problems;
    }

    /** Reads the list {@code says}, which may be absent. */
    List<PlacedIntent.Sample> samples(Entries intent, SlotScope scope) {
        Optional<YamlNode> list = intent.get("says");
        if (list.isEmpty()) {
            return List.of();
        }
        file.noteForeign(list.get(), problems);
        List<YamlNode> items = Values.list(list.get(), "a list of sample utterances", problems);
        Names.noteTooMany(items, BotFormat.MAX_SAMPLES, "sample utterances in " + scope.owner(), problems);
        List<PlacedIntent.Sample> samples = new ArrayList<>();
        for (YamlNode item : items) {
            texts.read(item, "a sample utterance", BotFormat.MAX_SAMPLE)
                    .flatMap(scalar -> sample(scalar, scope))
                    .ifPresent(samples::add);
        }
        return samples;
    }

    private Optional<PlacedIntent.Sample> sample(YamlNode.Scalar scalar, SlotScope scope) {
        SampleText.Parsed parsed = SampleText.parse(scalar.text());
        file.note(parsed.faults(), scalar, problems);
        boolean known = true;
        for (SampleText.Place place : parsed.places()) {
            known &= scope.check(place.slot(), file.within(scalar, place.offset()), problems);
        }
        return known && parsed.faults().isEmpty()
                ? Optional.of(new PlacedIntent.Sample(scalar.position(), parsed.example()))
                : Optional.empty();
    }
}
