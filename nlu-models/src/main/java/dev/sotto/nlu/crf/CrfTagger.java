package dev.sotto.nlu.crf;

import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import dev.sotto.nlu.reading.AnnotatedText;
import dev.sotto.nlu.slot.SlotTagger;
import dev.sotto.nlu.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** A trained conditional random field, its weights a byte each. Immutable; safe for many threads at once. */
public final class CrfTagger implements SlotTagger {

    private static final int MAX_SLOTS = 500;

    private final Labels labels;
    private final FeatureRows features;
    private final byte[] weights;
    private final float[] scales;
    private final float[] pairScores;
    private final float[] transitions;

    private CrfTagger(Labels labels, FeatureRows features, byte[] weights, float[] scales, float[] pairScores) {
        this.labels = labels;
        this.features = features;
        this.weights = weights;
        this.scales = scales;
        this.pairScores = pairScores;
        this.transitions = Transitions.of(pairScores, labels.count());
    }

    /** A text with the stretches that are slot values, in order and without overlaps. */
    public record TaggedText(Words words, List<Tag> tags) {

        public TaggedText {
            tags = List.copyOf(tags);
        }

        /** Returns an author's example with its slot values as stretches of whole words. */
        public static TaggedText of(AnnotatedText text) {
            Words words = Words.of(text.text());
            List<Tag> tags = new ArrayList<>();
            for (AnnotatedText.Place place : text.values()) {
                int from = 0;
                while (from < words.size() && words.start(from) < place.start()) {
                    from++;
                }
                int to = from;
                while (to < words.size() && words.end(to) <= place.end()) {
                    to++;
                }
                if (to > from) {
                    tags.add(new Tag(place.slot(), from, to, 1));
                }
            }
            return new TaggedText(words, tags);
        }
    }

    /** Trains on texts; takes seconds for ten thousand. */
    public static CrfTagger train(List<TaggedText> texts) {
        TreeSet<SlotName> slots = new TreeSet<>();
        texts.forEach(text -> text.tags().forEach(tag -> slots.add(tag.slot())));
        Labels labels = new Labels(List.copyOf(slots));
        int[][][] hashes =
                texts.stream().map(text -> TokenFeatures.of(text.words())).toArray(int[][][]::new);
        FeatureRows features = FeatureRows.of(hashes);
        int[][][] rows = Arrays.stream(hashes)
                .map(text -> Arrays.stream(text).map(features::rows).toArray(int[][]::new))
                .toArray(int[][][]::new);
        int[][] wanted = texts.stream().map(text -> wanted(text, labels)).toArray(int[][]::new);
        CrfTrainer trainer = new CrfTrainer(features.size(), labels.count());
        trainer.fit(rows, wanted);
        return rounded(labels, features, trainer.weights(), trainer.pairScores());
    }

    private static int[] wanted(TaggedText text, Labels labels) {
        int[] wanted = new int[text.words().size()];
        for (Tag tag : text.tags()) {
            int slot = labels.slots().indexOf(tag.slot());
            for (int at = tag.from(); at < tag.to(); at++) {
                wanted[at] = at == tag.from() ? Labels.first(slot) : Labels.later(slot);
            }
        }
        return wanted;
    }

    /** Leaves out features without weight, most of which are about words outside all slots. */
    private static CrfTagger rounded(Labels labels, FeatureRows features, float[] exact, float[] pairScores) {
        int count = labels.count();
        int[] hashes = new int[features.size()];
        float[] scales = new float[features.size()];
        byte[] weights = new byte[exact.length];
        int kept = 0;
        for (int row = 0; row < features.size(); row++) {
            float largest = 0;
            for (int k = 0; k < count; k++) {
                largest = Math.max(largest, Math.abs(exact[row * count + k]));
            }
            if (largest > 0) {
                hashes[kept] = features.hashes()[row];
                scales[kept] = largest / Byte.MAX_VALUE;
                for (int k = 0; k < count; k++) {
                    weights[kept * count + k] = (byte) Math.round(exact[row * count + k] / scales[kept]);
                }
                kept++;
            }
        }
        return new CrfTagger(
                labels,
                new FeatureRows(Arrays.copyOf(hashes, kept)),
                Arrays.copyOf(weights, kept * count),
                Arrays.copyOf(scales, kept),
                pairScores);
    }

    @Override
    public List<Tag> tag(Words words) {
        if (words.size() == 0) {
            return List.of();
        }
        int[][] rows =
                Arrays.stream(TokenFeatures.of(words)).map(features::rows).toArray(int[][]::new);
        float[] scores = Emissions.of(rows, weights, scales, labels.count());
        int[] path = new Lattice(scores, labels.count(), transitions).best();
        List<Tag> tags = new ArrayList<>();
        for (int at = 0; at < path.length; at++) {
            if (Labels.isFirst(path[at])) {
                int to = at + 1;
                while (to < path.length && path[to] == path[at] + 1) {
                    to++;
                }
                tags.add(new Tag(labels.slots().get(Labels.slot(path[at])), at, to, 1));
            }
        }
        return tags;
    }

    @Override
    public boolean isAuthority() {
        return true;
    }

    /** Writes the model. */
    public void write(ModelOutput out) {
        out.putInt(labels.slots().size());
        labels.slots().forEach(slot -> out.putText(slot.value()));
        out.putInts(features.hashes());
        out.putBytes(weights);
        out.putFloats(scales);
        out.putFloats(pairScores);
    }

    /** Reads what {@link #write} wrote. */
    public static CrfTagger read(ModelInput in) {
        int size = in.getInt(1, MAX_SLOTS);
        List<SlotName> slots = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = in.getText();
            if (!SlotName.isValid(name)) {
                throw new CorruptModelException("a tagger of slots without a name");
            }
            slots.add(new SlotName(name));
        }
        Labels labels = new Labels(slots);
        FeatureRows features = new FeatureRows(in.getInts());
        byte[] weights = in.getBytes(Math.multiplyExact(features.size(), labels.count()));
        float[] scales = in.getFloats(features.size());
        return new CrfTagger(labels, features, weights, scales, in.getFloats((labels.count() + 1) * labels.count()));
    }
}
