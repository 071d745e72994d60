package dev.sotto.bot.exchange;

import dev.sotto.bot.build.BotFormat;
import dev.sotto.bot.build.DefaultWording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is done to every bot at the end of its import. */
final class Finish {

    private Finish() {}

    /** Makes the bot keep to what no bot may break, closes the account, and returns both. */
    static Imported of(Draft draft, String source, Collection<Piece> files, Account account) {
        Draft sorted = draft.with(draft.intents().stream()
                .sorted(Comparator.comparing(Draft.Intent::name))
                .toList());
        Draft sound = withoutSharedSamples(reachable(sorted, files, account), files, account);
        if (!DefaultWording.exists(Locale.forLanguageTag(sound.locale()))) {
            files.stream()
                    .findFirst()
                    .ifPresent(file -> account.approximated(
                            file, "what every bot says is in English; put it into the words of " + sound.locale()));
        }
        files.forEach(account::close);
        int translated = files.stream().mapToInt(Piece::values).sum();
        return new Imported(List.of(sound), source, translated, account.approximated(), account.left());
    }

    /** An intent that nobody can come to is no intent. */
    private static Draft reachable(Draft draft, Collection<Piece> files, Account account) {
        boolean hooks = draft.intents().stream().anyMatch(Draft.Intent::callsOut);
        Set<String> started = started(draft);
        List<Draft.Intent> reached = new ArrayList<>();
        for (Draft.Intent intent : draft.intents()) {
            boolean led = intent.role() == Draft.Role.FALLBACK || started.contains(intent.name());
            if (!intent.says().isEmpty() || hooks || led) {
                reached.add(intent);
            } else {
                note(files, account, "the intent " + intent.name() + " is left out, for nothing leads to it");
            }
        }
        return draft.with(reached);
    }

    /** An utterance means one thing: the first intent that has it keeps it. */
    private static Draft withoutSharedSamples(Draft draft, Collection<Piece> files, Account account) {
        Set<String> said = new HashSet<>();
        List<Draft.Intent> intents = new ArrayList<>();
        for (Draft.Intent intent : draft.intents()) {
            List<String> says = new ArrayList<>();
            for (String sample : intent.says()) {
                String words = sample.replaceAll("\\{[^{}]*}", "{}")
                        .replaceAll("[.,!?;:]", " ")
                        .strip()
                        .replaceAll("\\s+", " ")
                        .toLowerCase(Locale.ROOT);
                boolean room = says.size() < BotFormat.MAX_SAMPLES;
                if (room && said.add(words)) {
                    says.add(sample);
                } else if (!room || intents.stream().anyMatch(other -> has(other, sample))) {
                    note(
                            files,
                            account,
                            "the intent " + intent.name() + " has an utterance that another one has, or too many");
                }
            }
            intents.add(intent.saying(says));
        }
        return draft.with(intents);
    }

    private static boolean has(Draft.Intent intent, String sample) {
        return intent.says().stream().anyMatch(sample::equalsIgnoreCase);
    }

    private static void note(Collection<Piece> files, Account account, String what) {
        files.stream().findFirst().ifPresent(file -> account.approximated(file, what));
    }

    private static Set<String> started(Draft draft) {
        Set<String> started = new HashSet<>();
        draft.intents().forEach(intent -> started.addAll(intent.started()));
        return started;
    }
}
