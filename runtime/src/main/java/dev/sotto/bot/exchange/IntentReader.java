package dev.sotto.bot.exchange;

import dev.sotto.bot.build.BotFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the intents of a Lex V2 export. Confined to one locale of one import. */
final class IntentReader {

    private static final String NO_HOOK = "the bot's own code; give its address with --hook to have it called";
    private static final List<String> DONE = List.of("Done.");

    private final Account account;
    private final SlotTypes types;
    private final Messages messages;
    private final Flow flow;
    private final Hooks hooks;

    /** Whether the operator has told where the bot's own code is. */
    enum Hooks {
        CALLED,
        LEFT
    }

    IntentReader(Account account, SlotTypes types, Hooks hooks) {
        this.account = account;
        this.types = types;
        this.hooks = hooks;
        this.messages = new Messages(account);
        this.flow = new Flow(account, messages);
    }

    /**
     * Reads an intent.
     *
     * @param slotFiles the slots of it, by name
     */
    Draft.Intent read(Piece file, Map<String, Piece> slotFiles) {
        String name = file.text("name").orElse("intent");
        file.pass("identifier", "description", "version");
        Set<String> slots = slotFiles.keySet();
        List<Draft.Call> calls = new ArrayList<>();
        List<String> order = new ArrayList<>();
        file.get("initialResponseSetting").ifPresent(initial -> beginning(initial, calls, order));
        List<Draft.Slot> read = new ArrayList<>();
        for (Piece slot : inOrder(file, slotFiles, order)) {
            read.add(slot(slot, slots, calls));
        }
        Optional<Draft.Confirmation> confirmation =
                file.get("intentConfirmationSetting").flatMap(setting -> confirmation(setting, slots, calls));
        List<String> agreed = file.get("intentConfirmationSetting")
                .map(setting -> agreed(setting, slots))
                .orElse(List.of());
        Optional<Draft.Call> eachTurn = eachTurn(file, calls);
        Ending ending = ending(file, slots, agreed);
        return new Draft.Intent(
                name,
                says(file, slots),
                unrepeated(read, confirmation, ending, file),
                confirmation,
                ending.answer(),
                ending.failed(),
                eachTurn,
                ending.fulfil());
    }

    /** What the fallback intent says when somebody was not understood. */
    List<String> misunderstood(Piece file) {
        file.pass("identifier", "description", "name", "parentIntentSignature", "slotPriorities");
        List<String> words = file.get("initialResponseSetting")
                .map(initial -> flow.said(initial, "initialResponse", Set.of()))
                .orElse(List.of());
        List<String> closing = file.get("intentClosingSetting")
                .map(setting -> closing(setting, Set.of()))
                .orElse(List.of());
        file.get("dialogCodeHook").ifPresent(this::unlessDisabled);
        file.get("fulfillmentCodeHook").ifPresent(this::unlessDisabled);
        file.get("initialResponseSetting").ifPresent(initial -> {
            Optional<String> unused = flow.along(initial.get("nextStep"));
            flow.conditions(initial, "conditional");
            initial.get("codeHook")
                    .ifPresent(hook -> account.left(hook, "no hook is called for what was not understood"));
        });
        return Messages.inTurn(words, closing);
    }

    private void unlessDisabled(Piece hook) {
        if (hook.isTrue("enabled", false)) {
            account.left(hook, "no hook is called for what was not understood");
        } else {
            hook.take();
        }
    }

    private List<String> says(Piece file, Set<String> slots) {
        Set<String> says = new LinkedHashSet<>();
        for (Piece utterance : file.list("sampleUtterances")) {
            utterance.get("utterance").ifPresent(words -> {
                String sample = Notation.sample(words.text(), slots);
                if (sample.isEmpty() || sample.codePointCount(0, sample.length()) > BotFormat.MAX_SAMPLE) {
                    account.left(words, "no words, or more than " + BotFormat.MAX_SAMPLE + " characters");
                } else {
                    says.add(sample);
                }
            });
        }
        Optional<Piece> signature = file.get("parentIntentSignature");
        if (signature.isPresent() && says.isEmpty()) {
            List<String> usual = BuiltInIntents.says(signature.get().text());
            if (usual.isEmpty()) {
                account.left(signature.get(), "an intent that means nothing without the cloud");
            }
            says.addAll(usual);
        }
        return List.copyOf(says);
    }

    private void beginning(Piece initial, List<Draft.Call> calls, List<String> order) {
        initial.get("initialResponse")
                .ifPresent(said -> account.left(said, "said when the intent begins; write it into the first question"));
        flow.along(initial.get("nextStep")).ifPresent(order::add);
        flow.conditions(initial, "conditional");
        initial.get("codeHook")
                .flatMap(hook -> hook.get("postCodeHookSpecification"))
                .ifPresent(after -> flow.along(after.get("successNextStep")).ifPresent(order::add));
        flow.call(initial, "codeHook").ifPresent(calls::add);
    }

    /** Slots in the order in which the bot leads from one to the next, then by priority. */
    private List<Piece> inOrder(Piece file, Map<String, Piece> slots, List<String> begins) {
        Map<String, Integer> priorities = new HashMap<>();
        file.list("slotPriorities").forEach(entry -> {
            OptionalInt priority = entry.number("priority");
            entry.text("slotName").ifPresent(slot -> priorities.put(slot, priority.orElse(Integer.MAX_VALUE)));
        });
        Map<String, Optional<String>> next = new LinkedHashMap<>();
        slots.forEach((name, slot) -> next.put(
                name,
                setting(slot)
                        .flatMap(setting -> setting.get("slotCaptureSetting"))
                        .flatMap(capture -> flow.along(capture.get("captureNextStep")))));
        Set<String> order = new LinkedHashSet<>();
        Optional<String> at = begins.stream().filter(slots::containsKey).findFirst();
        while (at.isPresent() && slots.containsKey(at.get()) && order.add(at.get())) {
            at = next.getOrDefault(at.get(), Optional.empty());
        }
        slots.keySet().stream()
                .sorted(Comparator.comparing(name -> priorities.getOrDefault(name, Integer.MAX_VALUE)))
                .forEach(order::add);
        return order.stream()
                .flatMap(name -> Optional.ofNullable(slots.get(name)).stream())
                .toList();
    }

    private static Optional<Piece> setting(Piece slot) {
        return slot.get("valueElicitationSetting", "slotValueElicitationSetting");
    }

    private Draft.Slot slot(Piece file, Set<String> slots, List<Draft.Call> calls) {
        String name = file.text("name").orElse("slot");
        file.pass("identifier", "description", "multipleValuesSetting");
        String type = file.get("slotTypeName").map(types::of).orElse("");
        boolean secret = file.get("obfuscationSetting")
                .flatMap(setting -> setting.text("obfuscationSettingType"))
                .filter(kind -> kind.equals("DefaultObfuscation"))
                .isPresent();
        if (file.get("multipleValuesSetting")
                .map(many -> many.isTrue("allowMultipleValues", false) || many.isTrue("allowMutlipleValues", false))
                .orElse(false)) {
            account.approximated(file, "a slot of several values, of which one is taken");
        }
        Optional<Piece> setting = setting(file);
        boolean required = setting.or(() -> Optional.of(file))
                .flatMap(place -> place.text("slotConstraint"))
                .map(constraint -> constraint.equals("Required"))
                .orElse(false);
        Optional<Draft.Prompt> prompt =
                setting.flatMap(place -> place.get("promptSpecification")).map(spec -> prompt(spec, slots));
        setting.flatMap(place -> place.get("slotCaptureSetting")).ifPresent(capture -> capture(capture, calls));
        return new Draft.Slot(name, type, required, prompt.orElseGet(() -> question(file, name, required)), secret);
    }

    private Draft.Prompt question(Piece file, String name, boolean required) {
        if (!required) {
            return new Draft.Prompt(List.of(), OptionalInt.empty());
        }
        account.approximated(file, "a question, for it had none");
        return new Draft.Prompt(List.of("What is the " + Words.of(name) + "?"), OptionalInt.empty());
    }

    private void capture(Piece capture, List<Draft.Call> calls) {
        flow.aside(capture, "capture", "said when the slot is filled; write it into the next question");
        flow.aside(capture, "failure", "said when the question was not answered; the bot says its own words");
        flow.call(capture, "codeHook").ifPresent(calls::add);
        flow.call(capture, "elicitationCodeHook").ifPresent(calls::add);
    }

    private Draft.Prompt prompt(Piece spec, Set<String> slots) {
        List<String> ask = messages.groups(spec, slots);
        spec.get("promptAttemptsSpecification").ifPresent(this::attempts);
        return new Draft.Prompt(ask, spec.number("maxRetries"));
    }

    /** How each attempt listens by voice and keys; Lex writes its defaults into every export. */
    private void attempts(Piece attempts) {
        if (UsualAttempts.are(attempts)) {
            attempts.take();
        } else {
            account.left(attempts, "how long it listens, and to what");
        }
    }

    private Optional<Draft.Confirmation> confirmation(Piece setting, Set<String> slots, List<Draft.Call> calls) {
        flow.aside(setting, "failure", "said when the question was not answered; the bot says its own words");
        Optional<String> yes = flow.along(setting.get("confirmationNextStep"));
        Optional<String> no = flow.along(setting.get("declinationNextStep"));
        if (yes.isPresent() || no.isPresent()) {
            account.approximated(setting, "after the answer it goes on as usual, not to another slot");
        }
        flow.conditions(setting, "confirmationConditional", "declinationConditional");
        flow.call(setting, "codeHook").ifPresent(calls::add);
        flow.call(setting, "elicitationCodeHook").ifPresent(calls::add);
        boolean active = setting.isTrue("isActive", setting.isTrue("active", true));
        Optional<Piece> spec = setting.get("promptSpecification");
        if (!active || spec.isEmpty()) {
            setting.take();
            return Optional.empty();
        }
        Draft.Prompt prompt = prompt(spec.get(), slots);
        List<String> declined = flow.said(setting, "declinationResponse", slots);
        return prompt.ask().isEmpty() ? Optional.empty() : Optional.of(new Draft.Confirmation(prompt, declined));
    }

    private List<String> agreed(Piece setting, Set<String> slots) {
        return flow.said(setting, "confirmationResponse", slots);
    }

    private Optional<Draft.Call> eachTurn(Piece file, List<Draft.Call> calls) {
        Optional<Piece> own = file.get("dialogCodeHook");
        boolean called = own.map(hook -> hook.isTrue("enabled", false)).orElse(!calls.isEmpty());
        if (!called) {
            return Optional.empty();
        }
        if (hooks == Hooks.LEFT) {
            account.left(own.orElse(file), NO_HOOK);
            return Optional.empty();
        }
        List<String> labels =
                calls.stream().flatMap(call -> call.label().stream()).distinct().toList();
        if (labels.size() > 1) {
            account.approximated(file, "one label for all its turns, not " + String.join(", ", labels));
        }
        return Optional.of(new Draft.Call(labels.stream().findFirst()));
    }

    /** How an intent ends. */
    private record Ending(List<String> answer, List<String> failed, Optional<Draft.Call> fulfil) {}

    private Ending ending(Piece file, Set<String> slots, List<String> agreed) {
        List<String> answer = agreed;
        List<String> failed = List.of();
        Optional<Draft.Call> fulfil = Optional.empty();
        Optional<Piece> hook = file.get("fulfillmentCodeHook");
        if (hook.isPresent()) {
            Optional<Piece> after = hook.get().get("postFulfillmentStatusSpecification");
            if (after.isPresent()) {
                answer = Messages.inTurn(answer, flow.said(after.get(), "successResponse", slots));
                failed = flow.said(after.get(), "failureResponse", slots);
                flow.aside(after.get(), "timeout", "said after a time-out; the words for a failure are said");
                flow.onward(after.get(), "success");
                flow.onward(after.get(), "failure");
            }
            hook.get().get("fulfillmentUpdatesSpecification").ifPresent(updates -> {
                if (updates.isTrue("active", true)) {
                    account.left(updates, "said while the fulfilment takes its time");
                } else {
                    updates.take();
                }
            });
            boolean enabled = hook.get().isTrue("enabled", false) && hook.get().isTrue("isActive", true);
            if (enabled && hooks == Hooks.CALLED) {
                fulfil = Optional.of(new Draft.Call(Optional.empty()));
            } else if (enabled) {
                account.left(hook.get(), NO_HOOK);
            }
        }
        Optional<Piece> closing = file.get("intentClosingSetting");
        if (closing.isPresent()) {
            answer = Messages.inTurn(answer, closing(closing.get(), slots));
        }
        if (answer.isEmpty() && fulfil.isEmpty()) {
            account.approximated(file, "\"" + DONE.get(0) + "\", for it says nothing when it is done");
            answer = DONE;
        }
        return new Ending(answer, failed, fulfil);
    }

    private List<String> closing(Piece setting, Set<String> slots) {
        Optional<String> unused = flow.along(setting.get("nextStep"));
        flow.conditions(setting, "conditional");
        if (!setting.isTrue("isActive", setting.isTrue("active", true))) {
            setting.take();
            return List.of();
        }
        return flow.said(setting, "closingResponse", slots);
    }

    /** A secret is never repeated here; a bot that repeats it does not treat it as one. */
    private List<Draft.Slot> unrepeated(
            List<Draft.Slot> slots, Optional<Draft.Confirmation> confirmation, Ending ending, Piece file) {
        List<String> texts = new ArrayList<>(ending.answer());
        texts.addAll(ending.failed());
        confirmation.ifPresent(asked -> {
            texts.addAll(asked.prompt().ask());
            texts.addAll(asked.declined());
        });
        slots.forEach(slot -> texts.addAll(slot.prompt().ask()));
        List<Draft.Slot> result = new ArrayList<>();
        for (Draft.Slot slot : slots) {
            boolean repeated = texts.stream().anyMatch(text -> Notation.names(text, slot.name()));
            if (slot.secret() && repeated) {
                account.approximated(
                        file, "the slot " + slot.name() + " is personal, not secret, for the bot repeats it");
            }
            result.add(new Draft.Slot(
                    slot.name(), slot.type(), slot.required(), slot.prompt(), slot.secret() && !repeated));
        }
        return result;
    }
}
