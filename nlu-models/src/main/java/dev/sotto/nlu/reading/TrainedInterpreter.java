package dev.sotto.nlu.reading;

import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.Understanding;
import dev.sotto.nlu.intent.IntentClassifier;
import dev.sotto.nlu.slot.SlotReader;
import dev.sotto.nlu.slot.SlotTagger;
import dev.sotto.nlu.text.SentenceSplitter;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.YesNoParser;
import java.util.ArrayList;
import java.util.List;

/**
 * An interpreter made of a classifier and a slot reader. Safe for many threads at once; keeps nothing of what it is
 * asked. Reads the likeliest hypothesis only.
 */
public final class TrainedInterpreter implements Interpreter {

    private static final int MAX_READINGS = 5;

    private final TrainingSet set;
    private final Ranking ranking;
    private final SlotReader slots;
    private final YesNoParser answers;
    private final ControlPhrases controls;

    /** @param classifier whose classes are {@link TrainingTexts#classes(TrainingSet)} */
    public TrainedInterpreter(
            TrainingSet set, IntentClassifier classifier, SlotTagger tagger, SentenceSplitter sentences) {
        this.set = set;
        this.ranking = new Ranking(set, classifier, sentences);
        this.slots = new SlotReader(set, tagger);
        this.answers = new YesNoParser(set.locale());
        this.controls = new ControlPhrases(set.locale());
    }

    @Override
    public Understanding understand(Heard heard, Expectation expectation, Moment moment) {
        String text = heard.best().utterance().reveal();
        Words words = Words.of(text);
        // A bare yes or no to a question is nothing else, though it may be a sample utterance of another intent. So
        // there
        // is no need to ask the encoder, which is what most of the time of a turn goes to.
        boolean answered = !(expectation instanceof Expectation.Anything) && answers.isOnlyAnswer(words);
        List<Ranking.Entry> ranked = answered ? List.of() : ranking.rank(text, words);
        List<Interpretation> interpretations = new ArrayList<>();
        int accepted = 0;
        for (Ranking.Entry entry : shortened(ranked, expectation)) {
            interpretations.add(
                    new Interpretation(entry.intent(), entry.confidence(), slots.read(words, entry.intent(), moment)));
            accepted += entry.confidence() >= set.threshold() ? 1 : 0;
        }
        return new Understanding(
                interpretations,
                accepted,
                answers.answer(words),
                expected(words, expectation, ranked, moment),
                controls.read(words));
    }

    /** The first few, and the intent that is being filled whatever its rank, for more of its slots may be in the words. */
    private static List<Ranking.Entry> shortened(List<Ranking.Entry> ranked, Expectation expectation) {
        List<Ranking.Entry> first = new ArrayList<>(ranked.subList(0, Math.min(MAX_READINGS, ranked.size())));
        for (Ranking.Entry entry : ranked.subList(first.size(), ranked.size())) {
            if (expectation instanceof Expectation.Slot slot && entry.intent().equals(slot.intent())) {
                first.set(first.size() - 1, entry);
            }
        }
        return first;
    }

    private List<SlotMatch> expected(Words words, Expectation expectation, List<Ranking.Entry> ranked, Moment moment) {
        if (!(expectation instanceof Expectation.Slot asked)) {
            return List.of();
        }
        return slots.readAsked(words, asked.intent(), asked.slot(), moment).stream()
                .filter(match ->
                        !(slots.isUnlisted(words, match, asked.intent()) && wantsOther(asked.intent(), ranked)))
                .toList();
    }

    /** "Block my card" is no payee, though any words can be one, if the bot surely knows it as something else. */
    private boolean wantsOther(IntentName asked, List<Ranking.Entry> ranked) {
        if (ranked.isEmpty()) {
            return false;
        }
        Ranking.Entry best = ranked.get(0);
        return !best.intent().equals(asked) && best.confidence() >= Math.max(set.threshold(), Ranking.SURE);
    }

    @Override
    public void close() {
        // Holds nothing beyond the heap: the encoder is the engine's.
    }
}
