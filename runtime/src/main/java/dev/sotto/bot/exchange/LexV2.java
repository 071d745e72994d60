package dev.sotto.bot.exchange;

import dev.sotto.nlu.value.CodePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the bots of a Lex V2 export, one for each locale. The layout is that of real exports; the developer guide shows
 * other names for some members, and both are read (Lex V2 developer guide, "JSON format for importing and exporting").
 */
final class LexV2 {

    private static final String LOCALE_FILE = "botlocale.json";
    private static final int USUAL_IDLE_S = 300;

    private final Map<String, Piece> files;
    private final Hooks hooks;

    private LexV2(Map<String, Piece> files, Hooks hooks) {
        this.files = files;
        this.hooks = hooks;
    }

    /** Returns whether the files are such an export. */
    static boolean recognises(Map<String, Piece> files) {
        return files.keySet().stream().anyMatch(name -> isCalled(name, LOCALE_FILE));
    }

    /** Reads the bots. */
    static List<Imported> read(Map<String, Piece> files, Hooks hooks) {
        return new LexV2(files, hooks).bots();
    }

    private List<Imported> bots() {
        List<Map.Entry<String, Piece>> locales = files.entrySet().stream()
                .filter(file -> isCalled(file.getKey(), LOCALE_FILE))
                .toList();
        return locales.stream()
                .map(locale -> bot(folder(locale.getKey()), locale.getValue()))
                .toList();
    }

    private Imported bot(String root, Piece about) {
        Account account = new Account();
        Map<String, Piece> own = new TreeMap<>();
        files.forEach((name, file) -> {
            if (name.startsWith(root) || !isBelowLocale(name)) {
                own.put(name, file);
            }
        });
        String title = bot(own, account).orElse("Imported bot");
        about.pass("name", "version", "description");
        String locale = about.text("identifier").orElse(lastName(root)).replace('_', '-');
        about.get("voiceSettings").ifPresent(voice -> account.left(voice, "the voice of the cloud"));
        OptionalDouble threshold = about.decimal("nluConfidenceThreshold");
        SlotTypes types = types(own, account);
        Map<String, Piece> intents = named(own, "intent.json");
        Optional<String> fallback = intents.entrySet().stream()
                .filter(file -> signature(file.getValue()).equals(BuiltInIntents.FALLBACK))
                .map(Map.Entry::getKey)
                .findFirst();
        intents.entrySet().removeIf(file -> isOfTheCloud(file.getValue(), account));
        Set<String> wishes = new TreeSet<>(intents.keySet());
        fallback.ifPresent(wishes::remove);
        IntentReader reader = new IntentReader(account, types, hooks, wishes, fallback);
        Fallback none = new Fallback(fallback);
        List<Draft.Intent> all = new ArrayList<>();
        intents.forEach((name, file) -> {
            boolean last = fallback.equals(Optional.of(name));
            Draft.Role role = last ? Draft.Role.FALLBACK : Draft.Role.WISH;
            Draft.Intent intent = reader.read(file, slots(own, file), role);
            if (!last || none.take(intent)) {
                all.add(intent);
            }
        });
        Controls controls = new Controls(account);
        List<Draft.Intent> read = withoutControls(all, intents, controls, account);
        others(own, account);
        Draft draft = new Draft(title, locale, threshold, none.repair(), controls.said(), none.led(read), types.all());
        return Finish.of(draft, "lex-v2", own.values(), account);
    }

    private static List<Draft.Intent> withoutControls(
            List<Draft.Intent> all, Map<String, Piece> files, Controls controls, Account account) {
        Set<String> started = new TreeSet<>();
        all.forEach(intent -> started.addAll(intent.started()));
        List<Draft.Intent> rest = new ArrayList<>();
        for (Draft.Intent intent : all) {
            Piece file = files.get(intent.name());
            String signature = file == null ? "" : signature(file);
            if (file == null || !Controls.isOne(signature)) {
                rest.add(intent);
            } else if (!controls.take(signature, intent, file, started)) {
                rest.add(Stopgaps.answered(intent, file, account));
            }
        }
        return rest;
    }

    private static String signature(Piece intent) {
        return intent.get("parentIntentSignature").map(Piece::peek).orElse("");
    }

    private static boolean isOfTheCloud(Piece intent, Account account) {
        boolean cloud = BuiltInIntents.isOfTheCloud(signature(intent));
        if (cloud) {
            account.left(intent, "an intent that means nothing without the cloud");
        }
        return cloud;
    }

    private static Optional<String> bot(Map<String, Piece> own, Account account) {
        Optional<Piece> file = find(own, "bot.json");
        file.ifPresent(bot -> {
            bot.pass("version", "identifier", "description");
            bot.get("dataPrivacy").ifPresent(privacy -> {
                if (privacy.isTrue("childDirected", false)) {
                    account.left(privacy, "a bot for children; it keeps nothing of anybody");
                }
            });
            OptionalInt idle = bot.number("idleSessionTTLInSeconds");
            if (idle.orElse(USUAL_IDLE_S) != USUAL_IDLE_S) {
                account.approximated(bot, "limits.sessions in server.yaml says when a session ends, for all bots");
            }
        });
        find(own, "manifest.json").ifPresent(Piece::take);
        return file.flatMap(bot -> bot.text("name"));
    }

    private static SlotTypes types(Map<String, Piece> own, Account account) {
        SlotTypes types = new SlotTypes(account);
        Map<String, Piece> files = named(own, "slottype.json");
        files.forEach((name, file) -> types.declare(name, file.get("identifier").map(Piece::peek)));
        files.forEach((name, file) -> type(types, name, file, account));
        return types;
    }

    private static void type(SlotTypes types, String name, Piece file, Account account) {
        file.pass("identifier", "description", "name");
        List<Draft.Value> values = new ArrayList<>();
        for (Piece entry : file.list("slotTypeValues")) {
            Optional<String> value = entry.get("sampleValue").flatMap(sample -> sample.text("value"));
            List<String> synonyms = new ArrayList<>();
            entry.list("synonyms").forEach(synonym -> synonym.text("value").ifPresent(synonyms::add));
            value.ifPresent(known -> values.add(new Draft.Value(known.strip(), synonyms)));
        }
        Optional<Piece> selection = file.get("valueSelectionSetting");
        Optional<Piece> strategy = selection
                .flatMap(setting -> setting.get("resolutionStrategy"))
                .or(() -> file.get("valueSelectionStrategy"));
        boolean listed =
                strategy.map(Piece::text).orElse("").toUpperCase(Locale.ROOT).startsWith("TOP");
        Optional<String> pattern = selection
                .flatMap(setting -> setting.get("regexFilter"))
                .flatMap(filter -> filter.get("pattern"))
                .flatMap(filter -> pattern(filter, account));
        selection.ifPresent(setting -> setting.pass("advancedRecognitionSetting"));
        file.get("parentSlotTypeSignature")
                .filter(parent -> pattern.isEmpty() || !parent.text().equals("AMAZON.AlphaNumeric"))
                .ifPresent(parent ->
                        account.approximated(parent, "its own values; other words are taken as they are said"));
        file.get("externalSourceSetting")
                .filter(Piece::saysSomething)
                .ifPresent(source -> account.left(
                        source,
                        "a grammar that is not in the export; as types/" + name + ".grxml it takes the type's place"));
        Map<String, String> parts = parts(file);
        if (parts.isEmpty()) {
            types.add(file, name, !listed, values, pattern);
        } else {
            types.addWhole(name, parts);
        }
    }

    /** Returns the parts of a composite type and their types. */
    private static Map<String, String> parts(Piece file) {
        Map<String, String> parts = new LinkedHashMap<>();
        List<Piece> all = file.get("compositeSlotTypeSetting")
                .map(composite -> composite.list("subSlots"))
                .orElse(List.of());
        for (Piece part : all) {
            part.text("name")
                    .ifPresent(name -> parts.put(
                            name, part.text("slotTypeName", "slotTypeId").orElse("")));
        }
        return parts;
    }

    private static Optional<String> pattern(Piece filter, Account account) {
        if (CodePattern.flaw(filter.text()).isPresent()) {
            account.left(filter, "a pattern that is none; anything is taken as it is said");
            return Optional.empty();
        }
        return Optional.of(filter.text());
    }

    /** Returns the files of a kind by the names of what they describe. */
    private static Map<String, Piece> named(Map<String, Piece> own, String called) {
        Map<String, Piece> found = new TreeMap<>();
        own.forEach((name, file) -> {
            if (isCalled(name, called)) {
                found.put(file.text("name").orElse(lastName(folder(name))), file);
            }
        });
        return found;
    }

    private static Map<String, Piece> slots(Map<String, Piece> own, Piece intent) {
        Map<String, Piece> below = new TreeMap<>(own);
        below.keySet().removeIf(name -> !name.startsWith(folder(intent.place())));
        return named(below, "slot.json");
    }

    /** How an editor draws the bot is no part of it; anything else is left. */
    private static void others(Map<String, Piece> own, Account account) {
        own.forEach((name, file) -> {
            if (isCalled(name, "conversationflow.json")) {
                file.take();
            } else if (isCalled(name, "customvocabulary.json")) {
                account.left(file, "words for the recogniser of the cloud");
            }
        });
    }

    private boolean isBelowLocale(String name) {
        return files.keySet().stream()
                .filter(other -> isCalled(other, LOCALE_FILE))
                .anyMatch(other -> name.startsWith(folder(other)));
    }

    private static Optional<Piece> find(Map<String, Piece> own, String called) {
        return own.entrySet().stream()
                .filter(file -> isCalled(file.getKey(), called))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isCalled(String name, String called) {
        return name.substring(name.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .equals(called);
    }

    /** Returns the folder of a file, with a slash at its end. */
    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static String lastName(String folder) {
        String path = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
