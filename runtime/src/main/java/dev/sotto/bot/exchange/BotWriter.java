package dev.sotto.bot.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Bot;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Glossary;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Message;
import dev.sotto.bot.build.BotFormat;
import dev.sotto.bot.build.DefaultWording;
import dev.sotto.bot.build.TemplateText;
import dev.sotto.nlu.TrainingSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes a bot as the files of a Lex V2 export, with the names of members that real exports have (the Lex V2 developer
 * guide, "JSON format for importing and exporting", shows some others). Confined to one export.
 */
final class BotWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern LEX_NAME = Pattern.compile("(?:[0-9a-zA-Z][_-]?){1,100}");
    private static final int USUAL_IDLE_S = 300;

    private final Bot bot;
    private final Leavings left = new Leavings();
    private final Map<String, JsonNode> files = new LinkedHashMap<>();

    BotWriter(Bot bot) {
        this.bot = bot;
    }

    Exported write() {
        String name = LEX_NAME.matcher(bot.title()).matches()
                ? bot.title()
                : bot.name().value();
        if (!name.equals(bot.title())) {
            left.add("title", "a bot of Lex has a name of letters, digits, - and _");
        }
        about();
        ObjectNode metaData = JSON.objectNode()
                .put("schemaVersion", "1")
                .put("resourceType", "BOT")
                .put("fileFormat", "LexJson");
        files.put("Manifest.json", JSON.objectNode().set("metaData", metaData));
        files.put(
                name + "/Bot.json",
                JSON.objectNode()
                        .put("name", name)
                        .put("version", "DRAFT")
                        .putNull("description")
                        .put("identifier", "")
                        .put("idleSessionTTLInSeconds", USUAL_IDLE_S)
                        .set("dataPrivacy", JSON.objectNode().put("childDirected", false)));
        String tag = bot.locale().toLanguageTag().replace('-', '_');
        String root = name + "/BotLocales/" + tag + "/";
        files.put(
                root + "BotLocale.json",
                JSON.objectNode()
                        .put("name", bot.locale().getDisplayName(Locale.ENGLISH))
                        .put("identifier", tag)
                        .putNull("version")
                        .putNull("description")
                        .putNull("voiceSettings")
                        .put("nluConfidenceThreshold", bot.threshold()));
        bot.types().forEach(type -> files.put(root + "SlotTypes/" + type.name() + "/SlotType.json", type(type)));
        intents(root);
        return new Exported(files, left.lines());
    }

    private void intents(String root) {
        String fallback = bot.fallback().map(intent -> intent.name().value()).orElse("FallbackIntent");
        for (Intent intent : bot.intents()) {
            String folder = root + "Intents/" + intent.name() + "/";
            IntentWriter writer = new IntentWriter(intent, bot.locale(), fallback, left);
            files.put(folder + "Intent.json", writer.intent());
            writer.types().forEach((type, file) -> files.put(root + "SlotTypes/" + type + "/SlotType.json", file));
            writer.slots().forEach((slot, file) -> files.put(folder + "Slots/" + slot + "/Slot.json", file));
        }
        Controls.lexNames().forEach((key, signature) -> control(root, key, signature));
        if (bot.fallback().isEmpty()) {
            files.put(root + "Intents/" + fallback + "/Intent.json", misunderstood(fallback));
        }
    }

    /** What every bot understands is an intent of its own in Lex, if the bot says something of its own. */
    private void control(String root, String key, String signature) {
        Message said = switch (key) {
            case "help" -> bot.wording().help();
            case "cancelled" -> bot.wording().cancelled();
            case "waiting" -> bot.wording().pause().waiting();
            case "resumed" -> bot.wording().pause().resumed();
            default -> bot.wording().goodbye();
        };
        String name = signature.substring(signature.indexOf('.') + 1);
        String file = root + "Intents/" + name + "/Intent.json";
        if (isUsual(key, said)) {
            return;
        }
        if (files.containsKey(file) || said.kind() != Message.Kind.PLAIN) {
            left.add(key, "an intent of this name, or words of a kind, that the bot has already");
            return;
        }
        ObjectNode closing = JSON.objectNode().put("isActive", true);
        closing.set("closingResponse", new PlaceWriter(left).response(key, List.of(said)));
        files.put(
                file,
                JSON.objectNode()
                        .put("name", name)
                        .put("identifier", "")
                        .put("parentIntentSignature", signature)
                        .set("intentClosingSetting", closing));
    }

    /** The intent that every bot of Lex has. */
    private ObjectNode misunderstood(String name) {
        ObjectNode intent = JSON.objectNode()
                .put("name", name)
                .put("identifier", "FALLBCKINT")
                .put("parentIntentSignature", BuiltInIntents.FALLBACK);
        Message said = bot.wording().misunderstood();
        if (!isUsual("misunderstood", said)) {
            ObjectNode closing = JSON.objectNode().put("isActive", true);
            closing.set("closingResponse", new PlaceWriter(left).response("repair.misunderstood", List.of(said)));
            intent.set("intentClosingSetting", closing);
        }
        return intent;
    }

    private ObjectNode type(TrainingSet.SlotType type) {
        type.grammar()
                .ifPresent(any -> left.add("types." + type.name(), "a grammar, which Lex keeps outside of exports"));
        ArrayNode values = JSON.arrayNode();
        for (TrainingSet.Entry entry : type.values()) {
            ObjectNode value = values.addObject();
            value.set("sampleValue", JSON.objectNode().put("value", entry.value()));
            ArrayNode synonyms = JSON.arrayNode();
            entry.synonyms().forEach(synonym -> synonyms.addObject().put("value", synonym));
            value.set("synonyms", synonyms.isEmpty() ? JSON.nullNode() : synonyms);
        }
        ObjectNode file = JSON.objectNode()
                .put("name", type.name().value())
                .put("identifier", "")
                .putNull("description");
        file.set("slotTypeValues", values);
        file.put("parentSlotTypeSignature", type.pattern().isPresent() ? "AMAZON.AlphaNumeric" : null);
        ObjectNode selection = JSON.objectNode()
                .put(
                        "resolutionStrategy",
                        type.open() || type.grammar().isPresent() ? "ORIGINAL_VALUE" : "TOP_RESOLUTION");
        selection.set(
                "regexFilter",
                type.pattern()
                        .<JsonNode>map(pattern -> JSON.objectNode().put("pattern", pattern))
                        .orElse(JSON.nullNode()));
        return file.set("valueSelectionSetting", selection);
    }

    /** Notes what Lex has no word for. */
    private void about() {
        if (!bot.hint().isEmpty()) {
            left.add("hint", "nothing of Lex shows it");
        }
        bot.timeZone().ifPresent(zone -> left.add("time-zone", "Lex takes that of the place where it runs"));
        if (!bot.engine().equals(BotFormat.ENGINES.get(0))) {
            left.add("engine", "Lex understands in its own way");
        }
        Map<String, Message> said = new LinkedHashMap<>();
        said.put("greeting", bot.wording().greeting());
        said.put("again", bot.wording().again());
        said.put("returning", bot.wording().returning());
        said.put("refused", bot.wording().refused());
        said.put("failed", bot.wording().failed());
        said.put("giving-up", bot.wording().givingUp());
        said.forEach((key, message) -> {
            if (!isUsual(key, message)) {
                left.add(key, "a bot of Lex says nothing of its own outside its intents");
            }
        });
        boolean fallback = bot.fallback().isPresent();
        if (fallback && !isUsual("misunderstood", bot.wording().misunderstood())) {
            left.add("repair.misunderstood", "the fallback intent speaks");
        }
        int attempts = fallback ? BotFormat.MAX_ATTEMPTS : BotFormat.DEFAULT_ATTEMPTS;
        if (bot.repair().attempts() != attempts || !(bot.repair().then() instanceof Ending.Continue)) {
            left.add("repair", "Lex never gives up");
        }
        Optional<Hook> hook = bot.intents().stream()
                .flatMap(intent -> IntentWriter.hooks(intent).stream())
                .findFirst();
        if (!bot.glossary().equals(Glossary.NONE)) {
            left.add("types", "how values are said where they are not said as they are called");
        }
        if (!bot.lexicon().sounds().isEmpty()) {
            left.add("pronunciations", "Lex takes none in an export of a bot");
        }
        hook.ifPresent(any -> left.add("hook", "an export holds no address of the bot's own code"));
    }

    private boolean isUsual(String key, Message message) {
        return isUsual(key, message, bot.locale());
    }

    static boolean isUsual(String key, Message message, Locale locale) {
        List<String> usual = DefaultWording.in(locale).getOrDefault(key, List.of());
        return message.variations().stream().map(TemplateText::render).toList().equals(usual);
    }
}
