package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        file.pass("identifier", "description");
        Optional<Piece> typeName = file.get("slotTypeName");
        Map<String, String> wanted = types.parts(typeName.map(Piece::peek).orElse(""));
        List<Draft.Slot> parts = parts(file, wanted);
        typeName.filter(any -> !parts.isEmpty()).ifPresent(Piece::take);
        String type = parts.isEmpty() ? typeName.map(types::of).orElse("") : "";
        boolean secret = file.get("obfuscationSetting")
                .flatMap(setting -> setting.text("obfuscationSettingType"))
                .filter(kind -> kind.equals("DefaultObfuscation"))
                .isPresent();
        boolean several = file.get("multipleValuesSetting")
                .map(many -> many.isTrue("allowMultipleValues", false) || many.isTrue("allowMutlipleValues", false))
                .orElse(false);
        Optional<Piece> setting = elicitation(file);
        Optional<Piece> capture = setting.flatMap(place -> place.get("slotCaptureSetting"));
        List<Draft.Passage> passages = capture.map(found -> places.sharing(found, "capture", "failure"))
                .orElse(List.of(Draft.Passage.NONE, Draft.Passage.NONE));
        Draft.Need need = need(file, setting);
        Draft.Prompt prompt = question(setting);
        boolean silent = need == Draft.Need.REQUIRED
                && !parts.isEmpty()
                && parts.stream().allMatch(part -> part.need() == Draft.Need.OPTIONAL);
        if (silent) {
            Draft.Prompt asked = Stopgaps.prompt(prompt, need, name, file, account);
            parts.set(0, parts.get(0).with(Draft.Need.REQUIRED).with(asked));
            prompt = Draft.Prompt.NONE;
        }
        return new Draft.Slot(
                name,
                type,
                several && parts.isEmpty() ? Draft.Arity.SEVERAL : Draft.Arity.ONE,
                need,
                parts.isEmpty() ? Stopgaps.prompt(prompt, need, name, file, account) : prompt,
                defaults(setting.orElse(file)),
                capture.flatMap(places::eachTry),
                passages.get(0),
                passages.get(1),
                secret ? Draft.Privacy.SECRET : Draft.Privacy.USUAL,
                parts);
    }

    private static Draft.Need need(Piece file, Optional<Piece> setting) {
        return setting.flatMap(place -> place.text("slotConstraint"))
                .or(() -> file.text("slotConstraint"))
                .filter(constraint -> constraint.equals("Required"))
                .map(constraint -> Draft.Need.REQUIRED)
                .orElse(Draft.Need.OPTIONAL);
    }

    private Draft.Prompt question(Optional<Piece> setting) {
        setting.flatMap(place -> place.get("sampleUtterances")).ifPresent(samples -> {
            account.approximated(samples, "a value is found in any sentence that answers the question");
            samples.take();
        });
        Draft.Prompt prompt = setting.flatMap(place -> place.get("promptSpecification"))
                .map(this::prompt)
                .orElse(Draft.Prompt.NONE);
        return setting.flatMap(place -> place.get("waitAndContinueSpecification"))
                .flatMap(found -> new Meanwhile(account, messages, slots).waiting(found))
                .map(pause -> prompt.with(Yaml.Fields.block().put("waiting", pause)))
                .orElse(prompt);
    }

    /** Reads the parts of a composite slot; how they are asked for, the slot says, and of which types they are, its type. */
    private List<Draft.Slot> parts(Piece file, Map<String, String> wanted) {
        Optional<Piece> about = file.get("subSlotSetting");
        Optional<Piece> specifications = about.flatMap(found -> found.get("slotSpecifications"));
        about.flatMap(found -> found.get("expression")).ifPresent(expression -> {
            if (expression.text().toUpperCase(Locale.ROOT).contains(" OR ")) {
                account.approximated(expression, "all of its parts are asked for");
            }
        });
        List<Draft.Slot> parts = new ArrayList<>();
        wanted.forEach((name, usual) -> {
            Optional<Piece> part = specifications.flatMap(found -> found.get(name));
            Piece place = part.orElse(file);
            String type = part.flatMap(found -> found.text("slotTypeName", "slotTypeId"))
                    .filter(own -> !own.isEmpty())
                    .orElse(usual);
            Optional<Piece> setting = part.flatMap(SlotReader::elicitation);
            Draft.Prompt prompt = question(setting);
            Draft.Need need = prompt.ask().isEmpty() ? Draft.Need.OPTIONAL : Draft.Need.REQUIRED;
            parts.add(new Draft.Slot(
                    name,
                    types.of(type, place),
                    Draft.Arity.ONE,
                    need,
                    prompt,
                    setting.map(this::defaults).orElse(List.of()),
                    Optional.empty(),
                    Draft.Passage.NONE,
                    Draft.Passage.NONE,
                    Draft.Privacy.USUAL,
                    List.of()));
        });
        return parts;
    }

    /** Reads a question, how often it is put again, and how an answer is waited for. */
    Draft.Prompt prompt(Piece spec) {
        List<Saying> ask = messages.question(spec, slots);
        return new Draft.Prompt(ask, spec.number("maxRetries"), new Attention(account).read(spec));
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
