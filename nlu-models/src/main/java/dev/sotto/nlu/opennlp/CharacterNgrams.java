package dev.sotto.nlu.opennlp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/** Runs of three to five characters of each token with its edges, as features for OpenNLP's categoriser. Has no state. */
public final class CharacterNgrams implements FeatureGenerator {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    /** Public because OpenNLP may want to make one by name. */
    public CharacterNgrams() {}

    @Override
    public Collection<String> extractFeatures(String[] text, Map<String, Object> extraInformation) {
        List<String> features = new ArrayList<>();
        for (String token : text) {
            String edged = "_" + token + "_";
            for (int from = 0; from < edged.length(); from++) {
                int longest = Math.min(LONGEST, edged.length() - from);
                for (int length = SHORTEST; length <= longest; length++) {
                    features.add("c=" + edged.substring(from, from + length));
                }
            }
        }
        return features;
    }
}
