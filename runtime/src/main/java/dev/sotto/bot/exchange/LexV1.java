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

/** Reads the bot of a Lex V1 export, which is one JSON file (Lex V1 developer guide, "JSON format for import and export"). */
final class LexV1 {

    private static final String NO_HOOK = "the bot's own code; give its address with --hook to have it called";
    private static final List<String> DONE = List.of("Done.");
    private static final int USUAL_IDLE_S = 300;

    private final Account account = new Account();
    private final Messages messages = new Messages(account);
    private final SlotTypes types = new SlotTypes(account);
    private final IntentReader.Hooks hooks;

    private LexV1(IntentReader.Hooks hooks) {
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
    static Imported read(Piece file, IntentReader.Hooks hooks) {
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
        Draft.Repair repair = repair(resource);
        readTypes(resource);
        List<Piece> intents = resource.get("intents").isPresent()
                ? resource.list("intents")
                : resource.has("sampleUtterances") ? List.of(resource) : List.of();
        List<Draft.Intent> read = new ArrayList<>();
        for (Piece intent : intents) {
            if (BuiltInIntents.FALLBACK.equals(
                    intent.text("parentIntentSignature").orElse(""))) {
                account.left(intent, "what was not understood is met with the words for that");
            } else {
                read.add(intent(intent));
            }
        }
        String tag = locale.map(Piece::text).orElse("en-US").replace('_', '-');
        Draft draft = new Draft(title, tag, threshold, repair, read, types.all());
        return Finish.of(draft, "lex-v1", List.of(file), account);
    }

    private Draft.Repair repair(Piece resource) {
        Optional<Piece> clarification = resource.get("clarificationPrompt");
        OptionalInt attempts = clarification
                .map(prompt -> prompt.number("maxAttempts"))
                .filter(OptionalInt::isPresent)
                .map(most -> OptionalInt.of(Math.max(1, Math.min(most.getAsInt(), BotFormat.MAX_ATTEMPTS))))
                .orElse(OptionalInt.empty());
        return new Draft.Repair(
                attempts, said(clarification, Set.of()), said(resource.get("abortStatement"), Set.of()));
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

    private Draft.Intent intent(Piece intent) {
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
                .map(prompt ->
                        new Draft.Confirmation(prompt(prompt, names), said(intent.get("rejectionStatement"), names)))
                .filter(found -> !found.prompt().ask().isEmpty());
        List<String> answer = said(intent.get("conclusionStatement"), names);
        intent.get("followUpPrompt")
                .ifPresent(followUp -> account.left(followUp, "a question afterwards; the bot asks in its own words"));
        Optional<Draft.Call> fulfil = hook(intent.get("fulfillmentActivity").flatMap(activity -> {
            activity.pass("type");
            return activity.get("codeHook");
        }));
        Optional<Draft.Call> eachTurn = hook(intent.get("dialogCodeHook"));
        if (answer.isEmpty() && fulfil.isEmpty()) {
            account.approximated(intent, "\"" + DONE.get(0) + "\", for it says nothing when it is done");
            answer = DONE;
        }
        return new Draft.Intent(
                intent.text("name").orElse("intent"),
                says(intent, names),
                slots,
                confirmation,
                answer,
                List.of(),
                eachTurn,
                fulfil);
    }

    private List<String> says(Piece intent, Set<String> slots) {
        Set<String> says = new LinkedHashSet<>();
        for (Piece utterance : intent.list("sampleUtterances")) {
            String sample = Notation.sample(utterance.text(), slots);
            if (!sample.isEmpty() && sample.codePointCount(0, sample.length()) <= BotFormat.MAX_SAMPLE) {
                says.add(sample);
            }
        }
        Optional<Piece> signature = intent.get("parentIntentSignature");
        if (signature.isPresent() && says.isEmpty()) {
            says.addAll(BuiltInIntents.says(signature.get().text()));
        }
        return List.copyOf(says);
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
        Draft.Prompt prompt = slot.get("valueElicitationPrompt")
                .map(found -> prompt(found, names))
                .orElse(new Draft.Prompt(List.of(), OptionalInt.empty()));
        if (required && prompt.ask().isEmpty()) {
            account.approximated(slot, "a question, for it had none");
            prompt = new Draft.Prompt(List.of("What is the " + Words.of(name) + "?"), prompt.retries());
        }
        String type = slot.get("slotType").map(types::of).orElse("");
        return new Draft.Slot(name, type, required, prompt, false);
    }

    /** Lex V1 counts how often it asks, we how often it asks again. */
    private Draft.Prompt prompt(Piece prompt, Set<String> names) {
        OptionalInt attempts = prompt.number("maxAttempts");
        OptionalInt retries =
                attempts.isPresent() ? OptionalInt.of(Math.max(0, attempts.getAsInt() - 1)) : OptionalInt.empty();
        return new Draft.Prompt(messages.versionOne(prompt, names), retries);
    }

    private Optional<Draft.Call> hook(Optional<Piece> hook) {
        if (hook.isEmpty()) {
            return Optional.empty();
        }
        if (hooks == IntentReader.Hooks.LEFT) {
            account.left(hook.get(), NO_HOOK);
            return Optional.empty();
        }
        account.approximated(hook.get(), "the address given with --hook, in Lex V2's words");
        hook.get().take();
        return Optional.of(new Draft.Call(Optional.empty()));
    }

    private List<String> said(Optional<Piece> statement, Set<String> slots) {
        return statement.map(found -> messages.versionOne(found, slots)).orElse(List.of());
    }
}
