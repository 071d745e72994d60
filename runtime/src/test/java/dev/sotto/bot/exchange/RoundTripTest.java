package dev.sotto.bot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of an export of an import, and of an import of an export. */
final class RoundTripTest {

    private static final URI HOOK = URI.create("https://hooks.example.com/x");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("shapes")
    void comesBackFromLexAsItWent(LexZip zip) throws Exception {
        for (Imported first : LexExport.read(zip.in(folder), Optional.of(HOOK))) {
            String before = first.yaml("it", Optional.of(HOOK));

            assertThat(again(bot(before))).isEqualTo(before);
        }
    }

    static List<LexZip> shapes() {
        return LexShapes.all();
    }

    /** Whatever happens at a place, along whichever step. */
    @ParameterizedTest
    @MethodSource("seeds")
    void comesBackFromLexAsItWentWhateverThePaths(long seed) throws Exception {
        LexZip zip = RandomPaths.flowers(new Random(seed));
        Imported first = LexExport.read(zip.in(folder), Optional.of(HOOK)).get(0);
        String before = first.yaml("it", Optional.of(HOOK));

        assertThat(again(bot(before))).isEqualTo(before);
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "coffee", "helpdesk"})
    void demoBotsTellWhatLexHasNoWordsFor(String name) throws Exception {
        Bot before = bot(Files.readString(Path.of("../bots", name, "bot.yaml")), name);
        Exported export = Exported.of(List.of(before));

        String once = again(before);

        assertThat(export.left()).isNotEmpty().allMatch(line -> line.contains(": "));
        assertThat(again(bot(once))).isEqualTo(once);
    }

    @Test
    void aBotThatLexHasWordsForIsTheSameAfterwards() throws Exception {
        Bot before = bot("""
                bot: it
                title: tea-house
                locale: en-GB
                card-hosts: [images.tea.example]
                intents:
                  bill:
                    says: [the bill please, I would like to pay]
                    contexts: { needs: [ordered] }
                    fulfil:
                      hook: "https://hooks.example.com/x"
                      timeout: 2m
                      started: { say: One moment., after: 3s }
                      progress: { say: [Still at it., A little longer.], every: 20s }
                    failed: I could not work that out.
                  order:
                    says: ["{tea} please", "a pot of {tea}", "{tea} to {address.street} in {address.city}"]
                    contexts: { gives: { ordered: { turns: 3, for: 90s } } }
                    begin: { say: { payload: '{{"show": "teas"}}' }, set: { guest: "yes" } }
                    slots:
                      tea:
                        type: tea
                        ask:
                          all:
                            - [Which tea?, Which tea would you like?]
                            - ssml: "<speak>We have <emphasis>fresh</emphasis> mint, {tea}.</speak>"
                            - card:
                                title: Our teas
                                subtitle: All from {tea}
                                image: https://images.tea.example/teas.png
                                buttons: { Green: a green one, Mint: a mint one }
                        retries: 2
                        interrupt: no
                        listen: { text: { wait: 9s }, speech: { wait: 3s }, keys: { longest: 4, end-key: "*" } }
                        attempts:
                          1: { interrupt: yes, listen: { only: speech, speech: { wait: 1500ms } } }
                        waiting: { say: Take your time., still: Still here., every: 30s, for: 2m, resumed: There you are. }
                        captured:
                          when:
                            - if: "{tea} = \\"mint\\" OR fn.IS_SET([herbs])"
                              say: Fresh mint.
                            - if: "{when} < 2026-12-01"
                              then: { ask: day, silently: yes }
                            - if: "{tea} = green"
                              then: { ask: when }
                          then: fulfil
                      cakes: { type: cake, multiple: yes, ask: Which cakes?, default: scone }
                      address:
                        ask: Where to?
                        parts:
                          street: { type: street, ask: Which street?, retries: 1, default: "[street]" }
                          house: { type: house, required: no }
                          city: { type: city, ask: Which city? }
                        captured: { say: "To {address}.", fill: { address.house: "1" } }
                      day: { type: date, ask: Which day?, required: no, default: "[day]" }
                      when: { type: date, ask: When?, required: no }
                    confirm: { ask: "{tea}?", declined: { say: { all: [Not then., Something else?] }, then: { ask: tea } } }
                    answer: { say: "Here is your {tea}.", set: { last: "{tea}" } }
                    closing: Enjoy it.
                types:
                  cake: { values: { scone: , muffin: } }
                  house: { open: yes }
                  tea: { values: { green: [sencha], mint: } }
                """);

        Exported export = Exported.of(List.of(before));

        assertThat(export.left()).containsExactly("hook: an export holds no address of the bot's own code");
        assertThat(bot(again(before))).isEqualTo(before);
    }

    @Test
    void hasTheShapeOfRealExports() throws Exception {
        Exported export =
                Exported.of(List.of(bot(LexExport.read(LexZip.flowers().in(folder), Optional.empty())
                        .get(0)
                        .yaml("it", Optional.empty()))));

        assertThat(export.files().keySet())
                .containsExactlyInAnyOrder(
                        "Manifest.json",
                        "Flowers/Bot.json",
                        LexZip.LOCALE + "BotLocale.json",
                        LexZip.LOCALE + "SlotTypes/FlowerTypes/SlotType.json",
                        LexZip.LOCALE + "Intents/FallbackIntent/Intent.json",
                        LexZip.ORDER + "Intent.json",
                        LexZip.ORDER + "Slots/Count/Slot.json",
                        LexZip.ORDER + "Slots/Kind/Slot.json");
        assertThat(String.valueOf(export.files().get("Manifest.json")))
                .isEqualTo(
                        "{\"metaData\":{\"schemaVersion\":\"1\",\"resourceType\":\"BOT\",\"fileFormat\":\"LexJson\"}}");
        assertThat(String.valueOf(export.files().get(LexZip.ORDER + "Slots/Count/Slot.json")))
                .contains("\"slotTypeName\":\"AMAZON.Number\"", "\"slotToElicit\":\"Kind\"", "\"maxRetries\":2");
    }

    /** Exports a bot, imports that, and returns what came of it. */
    private String again(Bot bot) throws IOException, ExchangeException {
        Path file = Files.write(
                folder.resolve("again.zip"), Exported.of(List.of(bot)).zip());
        return LexExport.read(file, Optional.of(HOOK)).get(0).yaml("it", Optional.of(HOOK));
    }

    private static Bot bot(String yaml) {
        return bot(yaml, "it");
    }

    private static Bot bot(String yaml, String name) {
        Problems problems = new Problems();
        Optional<Bot> bot = BotReader.read(new SourceFile("bot.yaml", yaml), name, problems);
        assertThat(problems.sorted()).as(yaml).extracting(Problem::describe).isEmpty();
        return bot.orElseThrow();
    }
}
