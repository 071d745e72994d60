package dev.sotto.bot.exchange;

import dev.sotto.bot.build.BotFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the bot of a Lex V1 export, which is one JSON file (Lex V1 developer guide, "JSON format for import and export"). */
final class LexV1 {

    private static final int USUAL_IDLE_S = 300;

    private final Account account = new Account();
    private final Messages messages = new Messages(account);
    private final SlotTypes types = new SlotTypes(account);
    private final Hooks hooks;

    private LexV1(Hooks hooks) {
        this.hooks = hooks;
    }

    /** Returns the file that is such an export, if one is. */
    static Optional<Piece> recognises(Map<String, Piece> files) {
        return files.values().stream()
                .filter(file -> file.get("resource").isPresent()
                        && file.get("metadata")
                                .flatMap(about -> about.text("importType"))
                                .filter(type -> type.equals("LEX"))
                                .isPresent())
                .findFirst();
    }

    /** Reads the bot; an export of one intent or slot type is a bot with that alone. */
    static Imported read(Piece file, Hooks hooks) {
        return new LexV1(hooks).bot(file);
    }

    private Imported bot(Piece file) {
        file.pass("metadata");
        Piece resource = file.get("resource").orElseThrow();
        resource.pass("version", "description", "name", "checksum", "childDirected", "detectSentiment");
        String title = resource.text("name").orElse("Imported bot");
        Optional<Piece> locale = resource.get("locale");
        if (locale.isEmpty()) {
            account.approximated(resource, "en-US, for it names no locale");
        }
        resource.get("voiceId").ifPresent(voice -> account.left(voice, "the voice of the cloud"));
        if (resource.number("idleSessionTTLInSeconds").orElse(USUAL_IDLE_S) != USUAL_IDLE_S) {
            account.approximated(resource, "limits.sessions in server.yaml says when a session ends, for all bots");
        }
        OptionalDouble threshold = resource.decimal("nluIntentConfidenceThreshold");
        resource.pass("enableModelImprovements");
        readTypes(resource);
        List<Piece> intents = resource.get("intents").isPresent()
                ? resource.list("intents")
                : resource.has("sampleUtterances") ? List.of(resource) : List.of();
        Optional<Piece> last = intents.stream().filter(LexV1::isFallback).findFirst();
        Fallback fallback = new Fallback(last.flatMap(intent -> intent.text("name")));
        List<Draft.Intent> read = new ArrayList<>();
        for (Piece intent : intents) {
            boolean wish = !isFallback(intent);
            Draft.Intent translated = intent(intent, wish ? Draft.Role.WISH : Draft.Role.FALLBACK);
            if (wish || fallback.take(translated)) {
                read.add(translated);
            }
        }
        Draft.Repair repair = fallback.repair().equals(Draft.Repair.USUAL) ? repair(resource) : fallback.repair();
        String tag = locale.map(Piece::text).orElse("en-US").replace('_', '-');
        Draft draft = new Draft(title, tag, threshold, repair, Map.of(), read, types.all());
        return Finish.of(draft, "lex-v1", List.of(file), account);
    }

    private static boolean isFallback(Piece intent) {
        return BuiltInIntents.FALLBACK.equals(
                intent.get("parentIntentSignature").map(Piece::peek).orElse(""));
    }

    private Draft.Repair repair(Piece resource) {
        Optional<Piece> clarification = resource.get("clarificationPrompt");
        OptionalInt attempts = clarification
                .map(prompt -> prompt.number("maxAttempts"))
                .filter(OptionalInt::isPresent)
                .map(most -> OptionalInt.of(Math.max(1, Math.min(most.getAsInt(), BotFormat.MAX_ATTEMPTS))))
                .orElse(OptionalInt.empty());
        return new Draft.Repair(
                attempts,
                Messages.joined(words(clarification, Set.of())),
                Messages.joined(words(resource.get("abortStatement"), Set.of())));
    }

    private void readTypes(Piece resource) {
        List<Piece> files = resource.get("slotTypes").isPresent()
                ? resource.list("slotTypes")
                : resource.has("enumerationValues") ? List.of(resource) : List.of();
        files.forEach(type -> type.text("name").ifPresent(types::declare));
        for (Piece type : files) {
            type.pass("description", "version", "checksum");
            List<Draft.Value> values = new ArrayList<>();
            for (Piece entry : type.list("enumerationValues")) {
                List<String> synonyms = new ArrayList<>();
                entry.list("synonyms").forEach(synonym -> synonyms.add(synonym.text()));
                entry.text("value").ifPresent(value -> values.add(new Draft.Value(value.strip(), synonyms)));
            }
            boolean listed = type.text("valueSelectionStrategy").orElse("").equals("TOP_RESOLUTION");
            type.get("parentSlotTypeSignature")
                    .ifPresent(parent ->
                            account.approximated(parent, "its own values; other words are taken as they are said"));
            types.add(type, type.text("name").orElse("type"), !listed, values, Optional.empty());
        }
    }

    private Draft.Intent intent(Piece intent, Draft.Role role) {
        intent.pass("version", "description", "checksum", "kendraConfiguration");
        List<Piece> slotPieces = intent.list("slots").stream()
                .sorted(Comparator.comparingInt(slot -> slot.number("priority").orElse(Integer.MAX_VALUE)))
                .toList();
        Set<String> names = slotPieces.stream()
                .map(slot -> slot.text("name").orElse("slot"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Draft.Slot> slots =
                slotPieces.stream().map(slot -> slot(slot, names)).toList();
        Optional<Draft.Confirmation> confirmation = intent.get("confirmationPrompt")
                .map(prompt -> new Draft.Confirmation(
                        prompt(prompt, names),
                        Optional.empty(),
                        Draft.Passage.NONE,
                        Draft.Passage.saying(said(intent.get("rejectionStatement"), names)),
                        Draft.Passage.NONE))
                .filter(found -> !found.prompt().ask().isEmpty());
        Draft.Passage answer = Draft.Passage.saying(said(intent.get("conclusionStatement"), names));
        intent.get("followUpPrompt")
                .ifPresent(followUp -> account.left(followUp, "a question afterwards; the bot asks in its own words"));
        Optional<Draft.Call> fulfil = hook(intent.get("fulfillmentActivity").flatMap(activity -> {
            activity.pass("type");
            return activity.get("codeHook");
        }));
        Draft.Intent read = new Draft.Intent(
                intent.text("name").orElse("intent"),
                Draft.Role.WISH,
                new Samples(account).read(intent.list("sampleUtterances"), intent.get("parentIntentSignature"), names),
                Draft.Contexts.NONE,
                Draft.Passage.NONE,
                slots,
                confirmation,
                hook(intent.get("dialogCodeHook")),
                fulfil,
                new Draft.Outcomes(answer, Draft.Passage.NONE, Draft.Passage.NONE, Draft.Passage.NONE));
        Draft.Intent asked = Stopgaps.asked(read, intent, account);
        return role == Draft.Role.WISH ? Stopgaps.answered(asked, intent, account) : asked;
    }

    private Draft.Slot slot(Piece slot, Set<String> names) {
        slot.pass("slotTypeVersion", "description", "priority");
        String name = slot.text("name").orElse("slot");
        boolean required = slot.text("slotConstraint").orElse("").equals("Required");
        slot.get("obfuscationSetting").ifPresent(setting -> {
            if (!setting.text().equals("NONE")) {
                account.approximated(setting, "personal, as every value is; nothing is logged");
            }
        });
        Draft.Need need = required ? Draft.Need.REQUIRED : Draft.Need.OPTIONAL;
        Draft.Prompt prompt = slot.get("valueElicitationPrompt")
                .map(found -> prompt(found, names))
                .orElse(Draft.Prompt.NONE);
        return new Draft.Slot(
                name,
                slot.get("slotType").map(types::of).orElse(""),
                Draft.Arity.ONE,
                need,
                Stopgaps.prompt(prompt, need, name, slot, account),
                List.of(),
                Optional.empty(),
                Draft.Passage.NONE,
                Draft.Passage.NONE,
                Draft.Privacy.USUAL,
                List.of());
    }

    /** Lex V1 counts how often it asks, we how often it asks again. */
    private Draft.Prompt prompt(Piece prompt, Set<String> names) {
        OptionalInt attempts = prompt.number("maxAttempts");
        OptionalInt retries =
                attempts.isPresent() ? OptionalInt.of(Math.max(0, attempts.getAsInt() - 1)) : OptionalInt.empty();
        return new Draft.Prompt(
                Stream.of(Messages.joined(messages.versionOne(prompt, names)))
                        .filter(words -> !words.isEmpty())
                        .map(Saying::of)
                        .toList(),
                retries);
    }

    private Optional<Draft.Call> hook(Optional<Piece> hook) {
        if (hook.isEmpty()) {
            return Optional.empty();
        }
        if (hooks == Hooks.LEFT) {
            account.left(hook.get(), Hooks.LEFT_OUT);
            return Optional.empty();
        }
        account.approximated(hook.get(), "the address given with --hook, in Lex V2's words");
        hook.get().take();
        return Optional.of(new Draft.Call(Optional.empty()));
    }

    private List<Saying> said(Optional<Piece> statement, Set<String> slots) {
        return words(statement, slots).stream().map(Saying::of).toList();
    }

    private List<List<String>> words(Optional<Piece> statement, Set<String> slots) {
        return statement.map(found -> messages.versionOne(found, slots)).orElse(List.of());
    }
}
