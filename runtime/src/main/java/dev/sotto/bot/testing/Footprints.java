package dev.sotto.bot.testing;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Place;
import dev.sotto.bot.Prompt;
import dev.sotto.bot.Slot;
import dev.sotto.dialogue.Effect;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.IntentName;
import dev.sotto.turn.Output;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Notes which parts of a bot conversations reach. Confined to the thread of the tests. */
final class Footprints {

    private static final String CONFIRM = "confirm";
    private static final String AGAIN = " (again)";
    private static final Pattern BRANCH = Pattern.compile("/when/\\d+$");

    private final Map<Coverage.Part, List<String>> all = new EnumMap<>(Coverage.Part.class);
    private final Map<Coverage.Part, Set<String>> reached = new EnumMap<>(Coverage.Part.class);

    Footprints(Bot bot) {
        for (Coverage.Part part : Coverage.Part.values()) {
            all.put(part, new ArrayList<>());
            reached.put(part, new HashSet<>());
        }
        bot.intents().forEach(this::add);
    }

    private void add(Intent intent) {
        IntentName name = intent.name();
        of(Coverage.Part.INTENTS).add(name.value());
        for (Slot slot : intent.slots()) {
            of(Coverage.Part.SLOTS).add(within(name, slot.name().value()));
            boolean asked = slot.constraint() == Slot.Constraint.REQUIRED;
            slot.prompt()
                    .filter(prompt -> asked)
                    .ifPresent(prompt -> add(within(name, slot.name().value()), prompt));
        }
        intent.confirmation().ifPresent(confirmation -> add(within(name, CONFIRM), confirmation.prompt()));
        Place.all(intent).stream()
                .filter(Footprints::isBranch)
                .forEach(standing -> of(Coverage.Part.BRANCHES).add(within(name, standing.path())));
    }

    /** Whether there is another way beside it; what follows a call counts only if something happens there. */
    private static boolean isBranch(Place.Standing standing) {
        List<Passage.Branch> branches = standing.passage().branches();
        boolean otherwise = !branches.isEmpty()
                && branches.get(branches.size() - 1).condition().isPresent();
        boolean within =
                branches.isEmpty() && !standing.path().equals(standing.place().path());
        boolean said = !standing.passage().equals(Passage.NONE)
                || BRANCH.matcher(standing.path()).find();
        return otherwise || (within && said);
    }

    private void add(String name, Prompt prompt) {
        of(Coverage.Part.PROMPTS).add(name);
        if (prompt.maxRetries() > 0) {
            of(Coverage.Part.PROMPTS).add(name + AGAIN);
        }
    }

    private List<String> of(Coverage.Part part) {
        return all.getOrDefault(part, List.of());
    }

    private static String within(IntentName intent, String name) {
        return intent + "/" + name;
    }

    /** Notes what an effect tells. */
    void note(Effect effect) {
        if (effect instanceof Effect.Emit emit && emit.output() instanceof Output.Understood understood) {
            reach(Coverage.Part.INTENTS, understood.intent().value());
            understood.slots().forEach((slot, value) -> {
                if (value.isPresent()) {
                    reach(Coverage.Part.SLOTS, within(understood.intent(), slot.value()));
                }
            });
        } else if (effect instanceof Effect.Emit emit && emit.output() instanceof Output.Ask ask) {
            note(ask);
        } else if (effect instanceof Effect.Followed followed) {
            reach(Coverage.Part.BRANCHES, within(followed.intent(), followed.path()));
        }
    }

    private void note(Output.Ask ask) {
        String again = ask.attempt() > 0 ? AGAIN : "";
        if (ask.expects() instanceof Expectation.Slot slot) {
            reach(Coverage.Part.PROMPTS, within(slot.intent(), slot.slot().value()) + again);
        } else if (ask.expects() instanceof Expectation.Confirmation confirmation) {
            reach(Coverage.Part.PROMPTS, within(confirmation.intent(), CONFIRM) + again);
        }
    }

    private void reach(Coverage.Part part, String name) {
        reached.getOrDefault(part, new HashSet<>()).add(name);
    }

    /** Returns what was reached so far. */
    Coverage coverage() {
        Map<Coverage.Part, Coverage.Reached> parts = new EnumMap<>(Coverage.Part.class);
        all.forEach((part, names) -> {
            if (!names.isEmpty()) {
                parts.put(part, new Coverage.Reached(names, reached.getOrDefault(part, Set.of())));
            }
        });
        return new Coverage(parts);
    }
}
