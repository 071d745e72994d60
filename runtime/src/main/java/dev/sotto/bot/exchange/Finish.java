package dev.sotto.bot.exchange;

import dev.sotto.bot.build.BotFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is done to every bot at the end of its import. */
final class Finish {

    private Finish() {}

    /** Makes the bot keep to what no bot may break, closes the account, and returns both. */
    static Imported of(Draft draft, String source, Collection<Piece> files, Account account) {
        Draft sound = withoutSharedSamples(reachable(draft, files, account), files, account);
        if (!Locale.forLanguageTag(sound.locale()).getLanguage().equals("en")) {
            files.stream()
                    .findFirst()
                    .ifPresent(file -> account.approximated(
                            file, "what every bot says is in English; put it into the words of " + sound.locale()));
        }
        files.forEach(account::close);
        int translated = files.stream().mapToInt(Piece::values).sum();
        return new Imported(sound, source, translated, account.approximated(), account.left());
    }

    /** An intent that nobody can come to is no intent. */
    private static Draft reachable(Draft draft, Collection<Piece> files, Account account) {
        boolean hooks = draft.intents().stream()
                .anyMatch(intent ->
                        intent.eachTurn().isPresent() || intent.fulfil().isPresent());
        List<Draft.Intent> reached = new ArrayList<>();
        for (Draft.Intent intent : draft.intents()) {
            if (!intent.says().isEmpty() || hooks) {
                reached.add(intent);
            } else {
                note(files, account, "the intent " + intent.name() + " is left out, for nothing leads to it");
            }
        }
        return with(draft, reached);
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
            intents.add(new Draft.Intent(
                    intent.name(),
                    says,
                    intent.slots(),
                    intent.confirmation(),
                    intent.answer(),
                    intent.failed(),
                    intent.eachTurn(),
                    intent.fulfil()));
        }
        return with(draft, intents);
    }

    private static boolean has(Draft.Intent intent, String sample) {
        return intent.says().stream().anyMatch(sample::equalsIgnoreCase);
    }

    private static void note(Collection<Piece> files, Account account, String what) {
        files.stream().findFirst().ifPresent(file -> account.approximated(file, what));
    }

    private static Draft with(Draft draft, List<Draft.Intent> intents) {
        return new Draft(draft.title(), draft.locale(), draft.threshold(), draft.repair(), intents, draft.types());
    }
}
