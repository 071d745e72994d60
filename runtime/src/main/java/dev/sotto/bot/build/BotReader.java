package dev.sotto.bot.build;

import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.bot.CardHosts;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Repair;
import dev.sotto.bot.Wording;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.graph.Lexicon;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.NearestName;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the files of a bot. Any text may come in: what is wrong with it is noted, all of it, and nothing is thrown. */
public final class BotReader {

    static final List<String> KEYS = List.of(
            "bot",
            "title",
            "hint",
            "locale",
            "time-zone",
            "engine",
            "card-hosts",
            "threshold",
            "greeting",
            "again",
            "returning",
            "help",
            "cancelled",
            "waiting",
            "goodbye",
            "refused",
            "failed",
            "repair",
            "intents",
            "types",
            "pronunciations");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final String HOST_EXPECTED = "the name of a host, such as images.bank.example";

    private final Sheets file;
    private final PlainText texts;
    private final Problems problems;

    private BotReader(Sheets file, Problems problems) {
        this.file = file;
        this.texts = new PlainText(file, problems);
        this.problems = problems;
    }

    /**
     * Reads a bot of one file.
     *
     * @param file the file {@code bot.yaml}
     * @param folder the name of the folder it lies in, which must be the bot's
     * @param problems takes what is wrong
     * @return the bot if nothing is wrong with it
     */
    public static Optional<Bot> read(SourceFile file, String folder, Problems problems) {
        return read(BotSource.of(file), folder, problems).map(WrittenBot::main);
    }

    /**
     * Reads a bot.
     *
     * @param folder the name of the folder it lies in, which must be the bot's
     * @param problems takes what is wrong
     * @return the bot in all its locales if nothing is wrong with it
     */
    public static Optional<WrittenBot> read(BotSource source, String folder, Problems problems) {
        Problems own = new Problems();
        Optional<YamlNode> structure = Assembly.structure(source, own);
        Optional<Bot> first = structure.flatMap(root -> read(root, Sheets.of(source), folder, own));
        List<Bot> locales = new ArrayList<>();
        first.ifPresent(locales::add);
        if (structure.orElse(null) instanceof YamlNode.Fields root) {
            Optional<Locale> from = locale(root);
            source.overlays()
                    .forEach((tag, file) ->
                            overlaid(root, from, tag, file, source, folder, own).ifPresent(locales::add));
        }
        noteTwins(source, locales, own);
        own.sorted().forEach(problems::add);
        own.notes().forEach(problems::note);
        return own.isEmpty() ? Optional.of(new WrittenBot(locales, source)) : Optional.empty();
    }

    private static Optional<Bot> read(YamlNode root, Sheets sheets, String folder, Problems problems) {
        return Entries.of(root, "a bot", KEYS, problems)
                .flatMap(entries -> new BotReader(sheets, problems).bot(entries, folder));
    }

    /** Reads the bot in another locale than its first. */
    private static Optional<Bot> overlaid(
            YamlNode.Fields root,
            Optional<Locale> from,
            String tag,
            SourceFile file,
            BotSource source,
            String folder,
            Problems problems) {
        Problems own = new Problems();
        Optional<YamlNode> different = Assembly.read(file, own);
        Locale to = Locale.forLanguageTag(tag);
        boolean translated = from.isPresent() && !from.get().getLanguage().equals(to.getLanguage());
        Sheets sheets =
                translated ? Sheets.of(source, new Sheets.Translation(file, from.get(), to)) : Sheets.of(source);
        Optional<Bot> bot = different
                .flatMap(node -> fields(node, own))
                .map(fields -> Overlay.over(root, fields, tag, own))
                .flatMap(whole -> read(whole, sheets, folder, own));
        noteAll(own, file, problems);
        return own.isEmpty() ? bot : Optional.empty();
    }

    private static Optional<YamlNode.Fields> fields(YamlNode node, Problems problems) {
        return Entries.of(node, "what is different in a locale", KEYS, problems).map(entries -> (YamlNode.Fields) node);
    }

    /** While words are not translated, what is found in them says nothing more. */
    private static void noteAll(Problems found, SourceFile overlay, Problems problems) {
        found.notes().stream()
                .filter(note -> !note.code().equals("pronunciation.unused")
                        || note.position().file().equals(overlay.shown()))
                .forEach(problems::note);
        List<Problem> all = found.sorted();
        boolean untranslated = all.stream().anyMatch(problem -> problem.code().equals("wording.untranslated"));
        all.stream()
                .filter(problem -> !untranslated
                        || !problem.code().equals("sample.foreign_value")
                        || problem.position().file().equals(overlay.shown()))
                .forEach(problems::add);
    }

    private static void noteTwins(BotSource source, List<Bot> locales, Problems problems) {
        Set<Locale> seen = new HashSet<>();
        for (Bot bot : locales) {
            if (!seen.add(bot.locale())) {
                String found = "the locale " + bot.locale().toLanguageTag() + " for the second time";
                problems.add(Position.startOf(source.main().shown()), "locale.duplicate", found, "each locale once");
            }
        }
    }

    private static Optional<Locale> locale(YamlNode.Fields root) {
        return root.byKey().get("locale") instanceof YamlNode.Scalar scalar
                ? Optional.of(Locale.forLanguageTag(scalar.text()))
                : Optional.empty();
    }

    private Optional<Bot> bot(Entries entries, String folder) {
        Optional<BotName> name = entries.required("bot").flatMap(node -> name(node, folder));
        String title = text(entries, "title", folder);
        String hint = text(entries, "hint", "");
        Locale locale = entries.required("locale").flatMap(this::locale).orElse(Locale.UK);
        Optional<ZoneId> zone = entries.get("time-zone").flatMap(this::timeZone);
        double threshold = entries.get("threshold")
                .flatMap(node -> Values.number(node, BigDecimal.ZERO, BigDecimal.ONE, problems))
                .map(BigDecimal::doubleValue)
                .orElse(BotFormat.DEFAULT_THRESHOLD);
        String engine = entries.get("engine")
                .flatMap(node -> Values.oneOf(node, BotFormat.ENGINES, "engine.unknown", problems))
                .orElse(BotFormat.ENGINES.get(0));

        CardHosts hosts = cardHosts(entries);
        MessageReader messages = new MessageReader(file, hosts, problems);
        DefaultWording defaults = new DefaultWording(locale);
        WordingReader wordings = new WordingReader(file, messages, defaults, problems);
        Optional<Entries> repairs = wordings.repairSection(entries);
        Optional<Pause> pause = wordings.pause(entries);
        Optional<Wording> wording = wordings.wording(entries, repairs, pause);
        Repair repair = wordings.repair(repairs);

        TypeReader typeReader = new TypeReader(file, problems);
        List<TrainingSet.SlotType> types = typeReader.types(entries.named("types"));
        List<PlacedIntent> intents = intents(entries, messages, defaults, pause);
        BotChecks.check(intents, types, locale, problems);
        Lexicon lexicon = new PronunciationReader(file, locale, problems).lexicon(entries.named("pronunciations"));
        if (Lexicon.isOf(locale)) {
            HearingCheck.note(entries, lexicon, locale, file, problems);
            UnheardTypes.note(entries, types, locale, problems);
        }
        if (name.isEmpty() || wording.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Bot(
                name.get(),
                title,
                hint,
                locale,
                zone,
                intents.stream().map(PlacedIntent::intent).toList(),
                types,
                typeReader.glossary(),
                lexicon,
                wording.get(),
                repair,
                threshold,
                engine,
                hosts));
    }

    private List<PlacedIntent> intents(
            Entries entries, MessageReader messages, DefaultWording defaults, Optional<Pause> pause) {
        Set<String> typeNames = new HashSet<>(BotFormat.BUILT_IN_TYPES);
        entries.named("types").forEach(type -> typeNames.add(type.key()));
        List<YamlNode.Field> fields = new ArrayList<>();
        if (entries.required("intents").isPresent()) {
            fields.addAll(entries.named("intents"));
        }
        if (entries.get("intents").isPresent() && fields.isEmpty()) {
            Position at = entries.get("intents").map(YamlNode::position).orElse(entries.position());
            problems.add(at, "intent.none", "a bot without intents", "at least one intent");
        }
        Set<String> names = fields.stream().map(YamlNode.Field::key).collect(Collectors.toSet());
        return new IntentReader(file, messages, typeNames, names, defaults, pause, problems).intents(fields);
    }

    private CardHosts cardHosts(Entries entries) {
        Set<String> hosts = new HashSet<>();
        List<YamlNode> items = entries.get("card-hosts")
                .map(node -> Values.list(node, "a list of hosts", problems))
                .orElse(List.of());
        for (YamlNode item : items) {
            Values.text(item, HOST_EXPECTED, problems).ifPresent(host -> {
                if (HOST.matcher(host.text()).matches()) {
                    hosts.add(host.text().toLowerCase(Locale.ROOT));
                } else {
                    problems.add(item.position(), "card.host", item.kind(), HOST_EXPECTED);
                }
            });
        }
        return new CardHosts(hosts);
    }

    private Optional<BotName> name(YamlNode node, String folder) {
        String expected = "a name: 1 to 64 of a-z, 0-9 and inner hyphens";
        Optional<YamlNode.Scalar> text = Values.text(node, expected, problems);
        if (text.isPresent() && !BotName.isValid(text.get().text())) {
            problems.add(node.position(), "name.malformed", node.kind(), expected);
            return Optional.empty();
        }
        if (text.isPresent() && !isCalledLike(folder, text.get().text())) {
            String found = "the bot " + node.kind() + " in the folder \"" + folder + "\"";
            problems.add(node.position(), "bot.misplaced", found, "a bot called like its folder");
        }
        return text.map(scalar -> new BotName(scalar.text()));
    }

    /** Folders have capitals and underscores, names have not. */
    private static boolean isCalledLike(String folder, String name) {
        return folder.equals(name) || BotName.like(folder).value().equals(name);
    }

    private String text(Entries entries, String key, String otherwise) {
        return entries.get(key)
                .flatMap(node -> texts.read(node, "a text", BotFormat.MAX_TITLE))
                .map(YamlNode.Scalar::text)
                .orElse(otherwise);
    }

    /** Reads a zone of the time zone database. Its other names, such as {@code GMT+1}, do not know of summer time. */
    private Optional<ZoneId> timeZone(YamlNode node) {
        Optional<YamlNode.Scalar> text = Values.text(node, "a time zone, such as Europe/London", problems);
        Set<String> zones = ZoneId.getAvailableZoneIds();
        if (text.isPresent() && !zones.contains(text.get().text())) {
            Optional<String> nearest = NearestName.of(text.get().text(), new TreeSet<>(zones));
            String expected = "a time zone, such as Europe/London";
            problems.add(new Problem(node.position(), "zone.unknown", node.kind(), expected, nearest));
            return Optional.empty();
        }
        return text.map(scalar -> ZoneId.of(scalar.text()));
    }

    private Optional<Locale> locale(YamlNode node) {
        String expected = "a language, such as en-GB";
        Optional<YamlNode.Scalar> text = Values.text(node, expected, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(text.get().text()).build();
            if (Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())) {
                return Optional.of(locale);
            }
        } catch (IllformedLocaleException e) {
            // Told below, like a language that does not exist.
        }
        problems.add(node.position(), "locale.unknown", node.kind(), expected);
        return Optional.empty();
    }
}
