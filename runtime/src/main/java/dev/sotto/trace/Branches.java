package dev.sotto.trace;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Place;
import dev.sotto.dialogue.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says which way was taken and why: the condition that held, and those before it that did not. */
final class Branches {

    private Branches() {}

    static String of(Bot bot, Effect.Followed followed) {
        Map<String, Passage> passages = new TreeMap<>();
        bot.intent(followed.intent())
                .ifPresent(intent ->
                        Place.all(intent).forEach(standing -> passages.put(standing.path(), standing.passage())));
        List<String> why = new ArrayList<>();
        passages.forEach((path, passage) -> {
            if (followed.path().equals(path) || followed.path().startsWith(path + "/")) {
                why.addAll(why(path, passage, followed.path()));
            }
        });
        String because = why.isEmpty() ? "" : " because " + String.join(", ", why);
        return followed.intent() + "/" + followed.path() + because + "; leads to " + followed.next();
    }

    /** Returns what was found out about the branches of one passage on the way. */
    private static List<String> why(String path, Passage passage, String taken) {
        List<String> why = new ArrayList<>();
        for (int i = 0; i < passage.branches().size(); i++) {
            String branch = Place.branch(path, i);
            boolean holds = taken.equals(branch) || taken.startsWith(branch + "/");
            passage.branches()
                    .get(i)
                    .condition()
                    .ifPresent(
                            condition -> why.add(ConditionWords.of(condition) + (holds ? " holds" : " does not hold")));
            if (holds) {
                return why;
            }
        }
        return why;
    }
}
