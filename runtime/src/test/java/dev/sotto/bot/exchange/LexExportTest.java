package dev.sotto.bot.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.BotSource;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LexExportTest {

    private static final URI HOOK = URI.create("https://hooks.example.com/flowers");

    @TempDir
    private Path folder;

    @Test
    void translatesABotOfLexV2() throws Exception {
        Imported imported = only(LexZip.flowers());

        assertThat(imported.yaml("flowers", Optional.empty())).isEqualTo("""
                bot: flowers
                title: Flowers
                locale: en-US
                threshold: 0.5

                repair:
                  misunderstood: Pardon?

                intents:

                  Order:
                    says:
                      - "I would like {Kind}"
                      - flowers please
                    slots:
                      Count:
                        type: number
                        ask: How many?
                        retries: 2
                      Kind:
                        type: FlowerTypes
                        ask: Which ones?
                        retries: 2
                    confirm:
                      ask: "{Count} {Kind}?"
                      retries: 1
                      declined: All right.
                    answer: They are on their way.

                types:

                  FlowerTypes:
                    values:
                      roses: [rose]
                      lilies:
                """);
        assertThat(imported.source()).isEqualTo("lex-v2");
        assertThat(imported.approximated()).isEmpty();
        assertThat(imported.left()).isEmpty();
        assertThat(checked(imported)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "AlphaNumeric,alphanumeric", "City,city", "Confirmation,confirmation", "Country,country", "Currency,money",
        "Date,date", "Duration,duration", "EmailAddress,email", "FirstName,first-name", "FreeFormInput,free-text",
        "LastName,last-name", "Number,number", "Percentage,percentage", "PhoneNumber,phone", "State,state",
        "StreetName,street", "Time,time", "UKPostalCode,uk-postcode"
    })
    void keepsEachBuiltInTypeOfLex(String lex, String own) throws Exception {
        LexZip zip = LexZip.flowers().changed(LexZip.ORDER + "Slots/Count/Slot.json", "AMAZON.Number", "AMAZON." + lex);

        Imported imported = only(zip);

        assertThat(imported.yaml("flowers", Optional.empty())).contains("        type: " + own + "\n");
        assertThat(imported.approximated()).isEmpty();
        assertThat(imported.left()).isEmpty();
    }

    @Test
    void keepsThePatternOfAType() throws Exception {
        String type = LexZip.LOCALE + "SlotTypes/FlowerTypes/SlotType.json";
        LexZip zip = LexZip.flowers().with(type, """
                        {"name": "FlowerTypes", "parentSlotTypeSignature": "AMAZON.AlphaNumeric", "slotTypeValues": [],
                         "valueSelectionSetting": {"resolutionStrategy": "ORIGINAL_VALUE",
                           "regexFilter": {"pattern": "[A-Z]{2}\\\\d{3}"}}}""");

        Imported imported = only(zip);

        assertThat(imported.yaml("flowers", Optional.empty()))
                .contains("  FlowerTypes:\n    pattern: \"[A-Z]{2}\\\\d{3}\"\n");
        assertThat(imported.approximated()).isEmpty();
        assertThat(imported.left()).isEmpty();
        assertThat(checked(imported)).isPresent();
        assertThat(only(zip.changed(type, "{3}", "{3,}")).left()).hasSize(1);
    }

    @Test
    void readsTheNamesOfMembersThatTheGuideShows() throws Exception {
        LexZip guide = LexZip.flowers()
                .changed(
                        LexZip.ORDER + "Slots/Kind/Slot.json", "valueElicitationSetting", "slotValueElicitationSetting")
                .changed(LexZip.ORDER + "Intent.json", "messageGroupsList", "messageGroupList")
                .changed(LexZip.ORDER + "Intent.json", "isActive", "active");

        Imported imported = only(guide);

        assertThat(imported.yaml("flowers", Optional.empty()))
                .isEqualTo(only(LexZip.flowers()).yaml("flowers", Optional.empty()));
        assertThat(imported.left()).isEmpty();
    }

    @Test
    void findsABotInAFolderOfAnyName() throws Exception {
        assertThat(only(LexZip.flowers().wrapped("my export/")).yaml("flowers", Optional.empty()))
                .isEqualTo(only(LexZip.flowers()).yaml("flowers", Optional.empty()));
    }

    @Test
    void makesOneBotOfLocalesOfOneStructureAndWritesThemBack() throws Exception {
        LexZip two = LexZip.flowers().inGerman();

        List<Imported> bots = LexExport.read(two.in(folder), Optional.empty());

        assertThat(bots).singleElement().satisfies(bot -> {
            assertThat(bot.speaks()).containsExactly("en-US", "de-DE");
            assertThat(bot.approximated()).isEmpty();
        });
        Map<String, String> files = bots.get(0).files("it", Optional.empty());
        assertThat(files.get("bot.de-DE.yaml")).isEqualTo("""

                repair:
                  misunderstood: Wie bitte?

                intents:

                  Order:
                    says:
                      - "ich möchte {Kind}"
                      - Blumen bitte
                    slots:
                      Count:
                        ask: Wie viele?
                      Kind:
                        ask: Welche?
                    confirm:
                      ask: "{Count} {Kind}?"
                      declined: Na gut.
                    answer: Sie sind unterwegs.

                types:

                  FlowerTypes:
                    values:
                      Rosen: [Rose]
                      Lilien:
                """);
        Map<String, SourceFile> sources = new LinkedHashMap<>();
        files.forEach((name, text) -> sources.put(name, new SourceFile(name, text)));
        Problems problems = new Problems();
        WrittenBot bot = BotReader.read(new BotSource(sources), "it", problems).orElseThrow();
        Path again = Files.write(
                folder.resolve("again.zip"), Exported.of(bot.locales()).zip());
        assertThat(LexExport.read(again, Optional.empty()))
                .extracting(back -> back.files("it", Optional.empty()))
                .containsExactly(files);
    }

    @Test
    void makesABotOfEachLocaleOfAnotherStructure() throws Exception {
        LexZip two = LexZip.flowers()
                .with("Flowers/BotLocales/de_DE/BotLocale.json", "{\"identifier\": \"de_DE\"}")
                .with("Flowers/BotLocales/de_DE/Intents/Hallo/Intent.json", """
                        {"name": "Hallo", "sampleUtterances": [{"utterance": "guten Tag"}]}""");

        List<Imported> bots = LexExport.read(two.in(folder), Optional.empty());

        assertThat(bots).extracting(Imported::locale).containsExactly("en-US", "de-DE");
        assertThat(bots).extracting(Imported::intents).containsExactly(1, 1);
        assertThat(bots.get(1).approximated())
                .noneMatch(line -> line.contains("words of de-DE"))
                .anyMatch(line -> line.contains("a bot of its own"));
        assertThat(checked(bots.get(1))).isPresent();
    }

    @Test
    void tellsOfEveryMemberThatItDoesNotKnow() throws Exception {
        LexZip odd = LexZip.flowers()
                .changed(LexZip.ORDER + "Intent.json", "\"identifier\": \"\"", "\"moods\": [{\"name\": \"glad\"}]")
                .with(LexZip.LOCALE + "Extra.json", "{\"more\": 1}");

        assertThat(only(odd).left())
                .containsExactlyInAnyOrder(
                        LexZip.ORDER + "Intent.json: moods: there is nothing like it",
                        LexZip.LOCALE + "Extra.json: there is nothing like it");
    }

    @Test
    void asksInTheOrderOfTheSteps() throws Exception {
        LexZip led = LexZip.flowers().changed(LexZip.ORDER + "Intent.json", "\"identifier\": \"\"", """
                "initialResponseSetting": {"initialResponse": {"messageGroupsList": [%s, %s]},
                  "nextStep": {"dialogAction": {"type": "ElicitSlot", "slotToElicit": "Kind"}}}""".formatted(
                        LexZip.said("Let us see."), LexZip.said("Good.")));

        Imported imported = only(led);

        // The bot leads to this slot first, whatever the priorities say.
        assertThat(imported.yaml("flowers", Optional.empty()))
                .containsSubsequence("begin:", "all:", "- Let us see.", "- Good.", "Kind:", "Count:")
                .doesNotContain("then:");
        assertThat(imported.left()).isEmpty();
        assertThat(checked(imported)).isPresent();
    }

    @Test
    void asksForTheAddressOfHooksInOnePlace() throws Exception {
        LexZip hooked = LexZip.flowers()
                .changed(
                        LexZip.ORDER + "Intent.json",
                        "\"identifier\": \"\"",
                        "\"dialogCodeHook\": {\"enabled\": true}, \"fulfillmentCodeHook\": {\"enabled\": true}");

        Imported without = only(hooked);
        Imported with = LexExport.read(hooked.in(folder), Optional.of(HOOK)).get(0);

        assertThat(without.left()).hasSize(2).allMatch(line -> line.contains("--hook"));
        assertThat(without.yaml("flowers", Optional.empty())).doesNotContain("https:");
        assertThat(with.left()).isEmpty();
        assertThat(with.yaml("flowers", Optional.of(HOOK))).contains("each-turn:", "fulfil:", "\"" + HOOK + "\"");
        assertThat(checked(with)).isPresent();
    }

    @Test
    void treatsAsSecretWhatTheBotNeverRepeats() throws Exception {
        String obfuscated = "{\"obfuscationSettingType\": \"DefaultObfuscation\"}";
        LexZip repeated = LexZip.flowers()
                .changed(
                        LexZip.ORDER + "Slots/Kind/Slot.json",
                        "\"obfuscationSetting\": null",
                        "\"obfuscationSetting\": " + obfuscated);
        LexZip kept = LexZip.flowers()
                .changed(
                        LexZip.ORDER + "Slots/Kind/Slot.json",
                        "\"obfuscationSetting\": null",
                        "\"obfuscationSetting\": " + obfuscated)
                .changed(LexZip.ORDER + "Intent.json", "{Count} {Kind}?", "Shall I?");

        assertThat(only(repeated).yaml("flowers", Optional.empty())).doesNotContain("secret");
        assertThat(only(repeated).approximated()).anyMatch(line -> line.contains("personal, not secret"));
        assertThat(only(kept).yaml("flowers", Optional.empty())).contains("class: secret");
    }

    @Test
    void translatesABotOfLexV1() throws Exception {
        Path file = Files.writeString(folder.resolve("bot.json"), """
                {"metadata": {"schemaVersion": "1.0", "importType": "LEX", "importFormat": "JSON"},
                 "resource": {"name": "Coffee", "version": "1", "locale": "en-US", "childDirected": false,
                  "intents": [{"name": "order", "version": "1", "fulfillmentActivity": {"type": "ReturnIntent"},
                    "sampleUtterances": ["a {size} coffee", "coffee"],
                    "slots": [{"name": "size", "slotType": "size", "slotTypeVersion": "1", "slotConstraint": "Required",
                      "obfuscationSetting": "NONE", "priority": 1, "sampleUtterances": [],
                      "valueElicitationPrompt": {"maxAttempts": 2,
                        "messages": [{"contentType": "PlainText", "content": "Which size?"}]}}],
                    "conclusionStatement": {"messages": [{"contentType": "PlainText", "content": "One {size} coffee."}]}}],
                  "slotTypes": [{"name": "size", "version": "1", "valueSelectionStrategy": "TOP_RESOLUTION",
                    "enumerationValues": [{"value": "large", "synonyms": ["big", "huge"]}, {"value": "small", "synonyms": ["big"]}]}],
                  "abortStatement": {"messages": [{"contentType": "PlainText", "content": "Sorry."}]}}}""");

        Imported imported = LexExport.read(file, Optional.empty()).get(0);

        assertThat(imported.yaml("coffee", Optional.empty())).isEqualTo("""
                bot: coffee
                title: Coffee
                locale: en-US

                repair:
                  giving-up: Sorry.

                intents:

                  order:
                    says:
                      - "a {size} coffee"
                      - coffee
                    slots:
                      size:
                        type: size
                        ask: Which size?
                        retries: 1
                    answer: "One {size} coffee."

                types:

                  size:
                    values:
                      large: [big, huge]
                      small:
                """);
        assertThat(imported.source()).isEqualTo("lex-v1");
        assertThat(imported.approximated()).singleElement().asString().contains("there twice");
        assertThat(imported.left()).isEmpty();
        assertThat(checked(imported)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.json", "/etc/evil.json", "a/../../evil.json", "c:\\evil.json", "a/\u0007.json"})
    void refusesNamesThatLeadOut(String name) throws IOException {
        refuses(LexZip.flowers().with(name, "{}").in(folder), "leads out");
    }

    @Test
    void refusesMoreThanABotCanBe() throws IOException {
        byte[] blanks = new byte[8 << 20];
        Arrays.fill(blanks, (byte) ' ');
        LexZip bomb = LexZip.flowers();
        for (int i = 0; i <= Archive.MAX_UNPACKED / blanks.length; i++) {
            bomb.with("bomb" + i + ".json", blanks);
        }

        refuses(bomb.in(folder), "when unpacked");
    }

    @Test
    void refusesJsonThatIsDeeperThanAnyExport() throws IOException {
        refuses(
                LexZip.flowers()
                        .with("deep.json", "{\"a\":".repeat(200) + "1" + "}".repeat(200))
                        .in(folder),
                "deep.json:1:");
    }

    @Test
    void saysWhereTextIsNotJson() throws IOException {
        refuses(
                LexZip.flowers()
                        .with("Flowers/Bot.json", "{\n  \"name\": oops}")
                        .in(folder),
                "Flowers/Bot.json:2:");
        refuses(
                LexZip.flowers()
                        .with("Flowers/Bot.json", "{\"a\": 1, \"a\": 2}")
                        .in(folder),
                "Flowers/Bot.json:1:");
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        byte[] wide = "{\"name\": \"Flowers\"}".getBytes(StandardCharsets.UTF_16);

        refuses(LexZip.flowers().with("Flowers/Bot.json", wide).in(folder), "not UTF-8");
    }

    @Test
    void makesPartsOfACompositeSlot() throws Exception {
        String type = """
                {"name": "Address", "identifier": "QWERTYUIOP", "compositeSlotTypeSetting": {"subSlots": [
                  {"name": "street", "slotTypeId": "AMAZON.StreetName"}, {"name": "size", "slotTypeId": "ABCDEFGHI1"}]}}""";
        String sizes = """
                {"name": "Sizes", "identifier": "ABCDEFGHI1", "slotTypeValues": [{"sampleValue": {"value": "small"}}],
                 "valueSelectionSetting": {"resolutionStrategy": "TOP_RESOLUTION"}}""";
        String slot = """
                {"name": "Kind", "slotTypeName": "Address", "valueElicitationSetting": {"slotConstraint": "Required",
                   "promptSpecification": {"messageGroupsList": [%s], "maxRetries": 2}},
                 "subSlotSetting": {"expression": "street OR size", "slotSpecifications": %s}}""";
        LexZip whole = LexZip.flowers()
                .with(LexZip.LOCALE + "SlotTypes/Address/SlotType.json", type)
                .with(LexZip.LOCALE + "SlotTypes/Sizes/SlotType.json", sizes);
        String parts = "{\"street\": {\"valueElicitationSetting\": {\"promptSpecification\": {\"maxRetries\": 1,"
                + "\"messageGroupsList\": [" + LexZip.said("Which street?") + "]}}}}";
        Imported asked = only(
                whole.with(LexZip.ORDER + "Slots/Kind/Slot.json", slot.formatted(LexZip.said("Where to?"), parts)));
        Imported silent = only(
                whole.with(LexZip.ORDER + "Slots/Kind/Slot.json", slot.formatted(LexZip.said("Where to?"), "null")));

        assertThat(checked(asked)).isPresent();
        assertThat(asked.approximated()).anyMatch(line -> line.contains("all of its parts are asked for"));
        assertThat(asked.yaml("it", Optional.empty())).contains("""
                      Kind:
                        ask: Where to?
                        parts:
                          street:
                            type: street
                            ask: Which street?
                            retries: 1
                          size:
                            type: Sizes
                            required: no
                """);
        assertThat(checked(silent)).isPresent();
        assertThat(silent.yaml("it", Optional.empty())).contains("""
                      Kind:
                        parts:
                          street:
                            type: street
                            ask: Where to?
                            retries: 2
                """);
    }

    @Test
    void refusesAnArchiveThatIsLockedByAPassword() throws IOException {
        byte[] whole = Files.readAllBytes(LexZip.flowers().in(folder));
        for (int at = 0; at + 8 < whole.length; at++) {
            boolean local = whole[at] == 'P' && whole[at + 1] == 'K' && whole[at + 2] == 3 && whole[at + 3] == 4;
            boolean central = whole[at] == 'P' && whole[at + 1] == 'K' && whole[at + 2] == 1 && whole[at + 3] == 2;
            if (local || central) {
                whole[at + (local ? 6 : 8)] |= 1;
            }
        }

        refuses(Files.write(folder.resolve("locked.zip"), whole), "password");
    }

    @Test
    void refusesAnArchiveThatIsCutOffAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(LexZip.flowers().in(folder));
        for (int length = 4; length < whole.length - 1; length += 97) {
            Path file = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));

            refuses(file, "cut.zip");
        }
    }

    @Test
    void takesWhatEveryBotUnderstandsAsWordsOfTheBot() throws Exception {
        LexZip zip = LexZip.flowers()
                .with(LexZip.LOCALE + "Intents/Help/Intent.json", builtIn("Help", "Help", "Ask for roses."))
                .with(LexZip.LOCALE + "Intents/Halt/Intent.json", builtIn("Halt", "Stop", "So long."))
                .with(LexZip.LOCALE + "Intents/Wait/Intent.json", builtIn("Wait", "Pause", "No hurry."))
                .with(LexZip.LOCALE + "Intents/Again/Intent.json", """
                        {"name": "Again", "parentIntentSignature": "AMAZON.RepeatIntent"}""")
                .with(LexZip.LOCALE + "Intents/Restart/Intent.json", builtIn("Restart", "StartOver", "From the top."));
        Imported bot = only(zip);
        String yaml = bot.yaml("it", Optional.empty());

        assertThat(yaml)
                .contains("\nhelp: Ask for roses.\n", "\ngoodbye: So long.\n", "\nwaiting:\n  say: No hurry.\n")
                .contains("\n  Restart:\n")
                .doesNotContain("Again", "Halt", "says that again");
        assertThat(bot.approximated())
                .filteredOn(line -> line.contains("every bot understands"))
                .hasSize(4);
        Bot read = checked(bot).orElseThrow();
        Path again = Files.write(
                folder.resolve("again.zip"), Exported.of(List.of(read)).zip());
        assertThat(LexExport.read(again, Optional.of(HOOK)).get(0).yaml("it", Optional.empty()))
                .isEqualTo(yaml);
    }

    private static String builtIn(String name, String signature, String says) {
        return """
                {"name": "%s", "parentIntentSignature": "AMAZON.%sIntent", "intentClosingSetting": {"isActive": true,
                 "closingResponse": {"messageGroupsList": [%s]}}}""".formatted(name, signature, LexZip.said(says));
    }

    @Test
    void takesAByteOrderMark() throws Exception {
        LexZip marked = LexZip.flowers().changed("Manifest.json", "{\"metaData\"", "\uFEFF{\"metaData\"");

        assertThat(only(marked).left()).isEmpty();
    }

    @Test
    void refusesWhatIsNoExport() throws IOException {
        refuses(new LexZip().with("package.json", "{\"name\": \"left-pad\"}").in(folder), "no bot of Lex");
        refuses(Files.writeString(folder.resolve("bot.yaml"), "bot: tea"), "not JSON");
        refuses(Files.writeString(folder.resolve("empty"), ""), "no JSON object");
        refuses(folder.resolve("missing.zip"), "not a file that can be read");
    }

    @Test
    void neverThrowsAnythingElseForADamagedArchive() throws IOException {
        byte[] whole = Files.readAllBytes(LexZip.flowers().in(folder));
        Random random = new Random(20260101);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 2 == 0 ? whole.length : random.nextInt(whole.length));
            for (int hit = 0; hit < 4 && damaged.length > 0; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged.zip"), damaged);
            try {
                assertThat(LexExport.read(file, Optional.empty())).isNotEmpty();
            } catch (ExchangeException expected) {
                assertThat(expected).hasMessageContaining("damaged.zip");
            }
        }
    }

    private Imported only(LexZip zip) throws Exception {
        List<Imported> bots = LexExport.read(zip.in(folder), Optional.empty());
        assertThat(bots).hasSize(1);
        return bots.get(0);
    }

    private static void refuses(Path file, String because) {
        assertThatThrownBy(() -> LexExport.read(file, Optional.empty()))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining(String.valueOf(file.getFileName()))
                .hasMessageContaining(because);
    }

    /** Returns the bot as the product reads it. */
    private static Optional<Bot> checked(Imported imported) {
        Problems problems = new Problems();
        SourceFile file = new SourceFile("bot.yaml", imported.yaml("it", Optional.of(HOOK)));
        Optional<Bot> bot = BotReader.read(file, "it", problems);
        assertThat(problems.sorted()).extracting(Problem::describe).isEmpty();
        return bot;
    }
}
