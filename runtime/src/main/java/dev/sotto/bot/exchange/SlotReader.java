package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the slots of an intent of Lex V2. Confined to one intent of one import. */
final class SlotReader {

    private final Account account;
    private final SlotTypes types;
    private final Messages messages;
    private final PlaceReader places;
    private final Set<String> slots;

    /** @param slots the names of all slots of the intent */
    SlotReader(Account account, SlotTypes types, PlaceReader places, Set<String> slots) {
        this.account = account;
        this.types = types;
        this.messages = new Messages(account);
        this.places = places;
        this.slots = slots;
    }

    /** Returns the settings of how a slot is filled. */
    static Optional<Piece> elicitation(Piece file) {
        return file.get("valueElicitationSetting", "slotValueElicitationSetting");
    }

    Draft.Slot read(Piece file) {
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
        Optional<Piece> setting = elicitation(file);
        Draft.Need need = setting.flatMap(place -> place.text("slotConstraint"))
                .or(() -> file.text("slotConstraint"))
                .filter(constraint -> constraint.equals("Required"))
                .map(constraint -> Draft.Need.REQUIRED)
                .orElse(Draft.Need.OPTIONAL);
        setting.flatMap(place -> place.get("sampleUtterances")).ifPresent(samples -> {
            account.approximated(samples, "a value is found in any sentence that answers the question");
            samples.take();
        });
        Optional<Piece> capture = setting.flatMap(place -> place.get("slotCaptureSetting"));
        List<Draft.Passage> passages = capture.map(found -> places.sharing(found, "capture", "failure"))
                .orElse(List.of(Draft.Passage.NONE, Draft.Passage.NONE));
        Draft.Prompt prompt = setting.flatMap(place -> place.get("promptSpecification"))
                .map(this::prompt)
                .orElse(Draft.Prompt.NONE);
        return new Draft.Slot(
                name,
                type,
                need,
                Stopgaps.prompt(prompt, need, name, file, account),
                defaults(setting.orElse(file)),
                capture.flatMap(places::eachTry),
                passages.get(0),
                passages.get(1),
                secret ? Draft.Privacy.SECRET : Draft.Privacy.USUAL);
    }

    /** Reads a question and how often it is put again. */
    Draft.Prompt prompt(Piece spec) {
        List<String> ask = messages.question(spec, slots);
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

    private List<String> defaults(Piece place) {
        List<String> defaults = new ArrayList<>();
        place.get("defaultValueSpecification", "defaultValueSpec")
                .map(spec -> spec.list("defaultValueList"))
                .orElse(List.of())
                .forEach(item -> item.get("defaultValue").ifPresent(value -> {
                    if (value.peek().startsWith("<")) {
                        account.left(value, "a request attribute, which nobody sends here");
                    } else {
                        defaults.add(value.text());
                    }
                }));
        return defaults;
    }
}
