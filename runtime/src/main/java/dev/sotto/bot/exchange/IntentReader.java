package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads the intents of a Lex V2 export. Confined to one locale of one import. */
final class IntentReader {

    private final Account account;
    private final SlotTypes types;
    private final Hooks hooks;
    private final Set<String> intents;
    private final Optional<String> fallback;

    /**
     * Makes a reader.
     *
     * @param intents the names of all intents that are translated
     * @param fallback the name of the one for what was not understood
     */
    IntentReader(Account account, SlotTypes types, Hooks hooks, Set<String> intents, Optional<String> fallback) {
        this.account = account;
        this.types = types;
        this.hooks = hooks;
        this.intents = intents;
        this.fallback = fallback;
    }

    /**
     * Reads an intent.
     *
     * @param slotFiles the slots of it, by name
     */
    Draft.Intent read(Piece file, Map<String, Piece> slotFiles, Draft.Role role) {
        String name = file.text("name").orElse("intent");
        file.pass("identifier", "description", "version");
        Set<String> slots = slots(slotFiles);
        PlaceReader places =
                new PlaceReader(account, hooks, new PlaceReader.Scope(name, slots, intents, fallback, calling(file)));
        SlotReader reader = new SlotReader(account, types, places, slots);
        Draft.Passage begin =
                file.get("initialResponseSetting").map(places::beginning).orElse(Draft.Passage.NONE);
        List<Draft.Slot> read = slotFiles.values().stream().map(reader::read).toList();
        Optional<Draft.Confirmation> confirmation =
                file.get("intentConfirmationSetting").flatMap(setting -> confirmation(setting, places, reader));
        Optional<Piece> hook = file.get("fulfillmentCodeHook");
        Draft.Intent intent = new Draft.Intent(
                name,
                role,
                says(file, slots, role),
                contexts(file),
                begin,
                read,
                confirmation,
                eachTurn(file, slotFiles),
                hook.flatMap(found -> fulfil(found, slots)),
                outcomes(hook, file.get("intentClosingSetting"), places));
        Draft.Intent led = new Paths(intent, file, fallback, account).simplified();
        boolean control = file.get("parentIntentSignature")
                .map(Piece::peek)
                .filter(Controls::isOne)
                .isPresent();
        Draft.Intent whole = role == Draft.Role.WISH && !control ? Stopgaps.answered(led, file, account) : led;
        return Secrets.unrepeated(whole, file, account);
    }

    /** Returns the slots and the parts of slots that texts may name. */
    private Set<String> slots(Map<String, Piece> files) {
        Set<String> slots = new TreeSet<>(files.keySet());
        files.forEach((name, file) -> types.parts(
                        file.get("slotTypeName").map(Piece::peek).orElse(""))
                .keySet()
                .forEach(part -> slots.add(name + "." + part)));
        return slots;
    }

    private List<String> says(Piece file, Set<String> slots, Draft.Role role) {
        List<Piece> utterances = file.list("sampleUtterances").stream()
                .flatMap(item -> item.get("utterance").stream())
                .toList();
        Optional<Piece> signature = file.get("parentIntentSignature");
        signature.ifPresent(Piece::take);
        return role == Draft.Role.FALLBACK ? List.of() : new Samples(account).read(utterances, signature, slots);
    }

    /** The switch for all calls in the middle of an intent; what does not say that it is off is on. */
    private static PlaceReader.Calling calling(Piece file) {
        return file.get("dialogCodeHook")
                        .map(hook -> hook.isTrue("enabled", true))
                        .orElse(true)
                ? PlaceReader.Calling.ON
                : PlaceReader.Calling.OFF;
    }

    /** Bots of before August 2022 have no paths of their own, and call at each turn. */
    private Optional<Draft.Call> eachTurn(Piece file, Map<String, Piece> slots) {
        boolean paths = file.get("initialResponseSetting").isPresent()
                || slots.values().stream()
                        .anyMatch(slot -> SlotReader.elicitation(slot)
                                .flatMap(setting -> setting.get("slotCaptureSetting"))
                                .isPresent());
        Optional<Piece> hook = file.get("dialogCodeHook").filter(found -> !paths && found.isTrue("enabled", false));
        return hook.flatMap(this::made);
    }

    private Optional<Draft.Call> fulfil(Piece hook, Set<String> slots) {
        boolean active = hook.isTrue("isActive", true);
        Optional<Draft.Call> call = hook.isTrue("enabled", false) && active ? made(hook) : Optional.empty();
        Optional<Piece> updates = hook.get("fulfillmentUpdatesSpecification");
        if (call.isEmpty()) {
            updates.filter(found -> found.isTrue("active", true))
                    .ifPresent(
                            found -> account.left(found, "said while a fulfilment takes its time that is not called"));
            updates.ifPresent(Piece::take);
            return call;
        }
        return updates.map(found -> new Meanwhile(account, new Messages(account), slots).updates(found))
                .map(besides -> new Draft.Call(call.get().label(), besides))
                .or(() -> call);
    }

    private Optional<Draft.Call> made(Piece hook) {
        if (hooks == Hooks.LEFT) {
            account.left(hook, Hooks.LEFT_OUT);
            return Optional.empty();
        }
        return Optional.of(new Draft.Call(Optional.empty()));
    }

    private Draft.Contexts contexts(Piece file) {
        List<String> needs = new ArrayList<>();
        file.list("inputContexts").forEach(context -> context.text("name").ifPresent(needs::add));
        List<Draft.Given> gives = new ArrayList<>();
        for (Piece context : file.list("outputContexts")) {
            OptionalInt turns = context.number("turnsToLive");
            OptionalInt seconds = context.number("timeToLiveInSeconds");
            context.text("name").ifPresent(name -> gives.add(new Draft.Given(name, turns, seconds)));
        }
        return new Draft.Contexts(needs, gives);
    }

    private Optional<Draft.Confirmation> confirmation(Piece setting, PlaceReader places, SlotReader reader) {
        boolean active = setting.isTrue("isActive", setting.isTrue("active", true));
        Optional<Piece> spec = setting.get("promptSpecification");
        if (!active || spec.isEmpty()) {
            setting.take();
            return Optional.empty();
        }
        List<Draft.Passage> after = places.sharing(setting, "confirmation", "declination", "failure");
        Draft.Prompt prompt = reader.prompt(spec.get());
        return prompt.ask().isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft.Confirmation(
                        prompt, places.eachTry(setting), after.get(0), after.get(1), after.get(2)));
    }

    private Draft.Outcomes outcomes(Optional<Piece> hook, Optional<Piece> closing, PlaceReader places) {
        Optional<Piece> done = hook.filter(found -> found.isTrue("isActive", true))
                .flatMap(found -> found.get("postFulfillmentStatusSpecification"));
        Draft.Outcomes outcomes = new Draft.Outcomes(
                after(done, "success", places),
                after(done, "failure", places),
                after(done, "timeout", places),
                closing.map(setting -> closing(setting, places)).orElse(Draft.Passage.NONE));
        hook.filter(found -> !found.isTrue("isActive", true)).ifPresent(Piece::take);
        return outcomes;
    }

    private static Draft.Passage after(Optional<Piece> done, String prefix, PlaceReader places) {
        return done.map(found -> places.plain(found, prefix)).orElse(Draft.Passage.NONE);
    }

    private static Draft.Passage closing(Piece setting, PlaceReader places) {
        if (!setting.isTrue("isActive", setting.isTrue("active", true))) {
            setting.take();
            return Draft.Passage.NONE;
        }
        return places.closing(setting);
    }
}
