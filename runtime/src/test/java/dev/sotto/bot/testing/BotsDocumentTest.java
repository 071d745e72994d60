package dev.sotto.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotFormat;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.BotSource;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.bot.version.BotCompiler;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.Engines;
import dev.sotto.bot.version.ModelCache;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.nlu.value.Spoken;
import dev.sotto.nlu.value.ValueParser;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example of docs/bots.md does what the page says. */
class BotsDocumentTest {

    private static final Path PAGE = Path.of("../docs/bots.md");
    private static final Pattern BLOCK = Pattern.compile("```(yaml|xml|)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OVERLAY = Pattern.compile("\\A# (bot\\.[A-Za-z-]+\\.yaml)\n");
    private static final Pattern NAME = Pattern.compile("(?m)^bot: (\\S+)$");
    private static final Pattern READS = Pattern.compile("\"([^\"]+)\" gives (nothing|`[^`]+`(?: or `[^`]+`)*)");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+\\.[a-z_0-9]+)\"");

    private static String page = "";

    @TempDir
    private Path cache;

    @BeforeAll
    static void readThePage() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void everyWholeBotPassesTheTestsBelowIt() {
        List<String> blocks = yaml();
        int played = 0;
        Map<String, SourceFile> bot = new LinkedHashMap<>();
        for (String block : blocks) {
            if (block.startsWith("bot:")) {
                bot.clear();
                bot.put("bot.yaml", new SourceFile("bot.yaml", block));
            }
            OVERLAY.matcher(block)
                    .results()
                    .map(name -> name.group(1))
                    .forEach(name -> bot.put(name, new SourceFile(name, block)));
            if (isOfTests(block)) {
                TestReport report = play(new BotSource(bot), block);

                assertThat(report.failures()).extracting(TestFailure::describe).isEmpty();
                played += report.results().size();
            }
        }
        assertThat(played).isEqualTo(8);
    }

    @Test
    void everyPartOfABotIsSound() {
        List<String> parts = yaml().stream()
                .filter(block -> !isOfTests(block) && !block.startsWith("bot: oops"))
                .filter(block -> !OVERLAY.matcher(block).find())
                .toList();

        assertThat(parts)
                .hasSizeGreaterThan(8)
                .allSatisfy(part -> assertThat(problems(completed(part))).isEmpty());
    }

    @Test
    void theBrokenBotHasTheProblemsThatThePageShows() {
        String broken = yaml().stream()
                .filter(block -> block.startsWith("bot: oops"))
                .findFirst()
                .orElseThrow();

        List<String> described =
                problems(broken).stream().map(Problem::describe).toList();

        assertThat(described).hasSize(2).allSatisfy(line -> assertThat(page).contains("\n" + line + "\n"));
    }

    @Test
    void everyCodeIsExplained() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String folder : List.of("yaml", "bot/build", "bot/version", "bot/testing")) {
            try (Stream<Path> files =
                    Files.list(Path.of("src/main/java/dev/sotto").resolve(folder))) {
                for (Path file : files.toList()) {
                    CODE.matcher(Files.readString(file))
                            .results()
                            .map(m -> m.group(1))
                            .forEach(codes::add);
                }
            }
        }
        codes.remove(BotFormat.FILE);

        assertThat(codes)
                .hasSizeGreaterThan(40)
                .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    }

    @Test
    void everyBuiltInTypeReadsWhatThePageSays() {
        for (String type : BotFormat.BUILT_IN_TYPES) {
            Pattern rows = Pattern.compile("(?m)^\\| (`[a-z-]+`, )*`" + type + "`(, `[a-z-]+`)* \\| (\"|any).*$");
            String row = rows.matcher(page).results().findFirst().orElseThrow().group();
            List<MatchResult> examples = READS.matcher(row).results().toList();
            assertThat(examples.size() > 1 || row.contains("as they are said"))
                    .as(type)
                    .isTrue();
            for (MatchResult example : examples) {
                ValueParser parser =
                        BuiltInTypes.parser(new SlotTypeName(type), Locale.UK).orElseThrow();
                Spoken said = Spoken.of(Words.of(example.group(1)), Locale.UK, Moment.EXAMPLE);
                String read = parser.parseWords(said, 0, ValueParser.Occasion.ASKED)
                        .map(value -> "`" + value.interpreted().orElse(String.join("` or `", value.resolved())) + "`")
                        .orElse("nothing");
                assertThat(read).as(example.group(1)).isEqualTo(example.group(2));
            }
        }
    }

    @Test
    void everyLimitIsTheOneThatHolds() {
        assertThat(page)
                .contains("| intents of a bot | " + BotFormat.MAX_INTENTS + " |")
                .contains("| sample utterances of an intent | " + BotFormat.MAX_SAMPLES + " |")
                .contains("| characters of a sample utterance | " + BotFormat.MAX_SAMPLE + " |")
                .contains("| slots of an intent | " + BotFormat.MAX_SLOTS + " |")
                .contains("| slot types of a bot | " + BotFormat.MAX_TYPES + " |")
                .contains("| values of a type | " + BotFormat.MAX_VALUES + " |")
                .contains("| characters of a value | " + BotFormat.MAX_VALUE + " |")
                .contains("| characters of a text that is said | " + BotFormat.MAX_MESSAGE + " |")
                .contains("| wordings of a text | " + BotFormat.MAX_VARIATIONS + " |")
                .contains("| characters of a title or hint | " + BotFormat.MAX_TITLE + " |")
                .contains("| test files of a bot | " + BotFormat.MAX_TEST_FILES + " |")
                .contains("| locales of a bot | " + (BotFormat.MAX_LOCALES + 1) + " |")
                .contains("| bytes of a file | " + BotFormat.MAX_FILE_BYTES + " |");
    }

    private TestReport play(BotSource source, String testText) {
        Problems problems = new Problems();
        Optional<WrittenBot> bot = BotReader.read(source, name(source.main().text()), problems);
        assertThat(problems.sorted()).isEmpty();
        List<Bot> locales = bot.orElseThrow().locales();
        List<BotTest> tests = TestReader.read(new SourceFile("tests/page.yaml", testText), locales, problems);
        assertThat(problems.sorted()).isEmpty();
        try (Engines engines = Engines.installed(new EncoderSource.OfClassPath(), Engines.Use.AS_ASKED);
                BotLease lease = new BotCompiler(engines, new ModelCache(cache))
                        .compile(bot.orElseThrow())
                        .lease()) {
            return TestRunner.run(lease.version(), tests);
        }
    }

    private static List<Problem> problems(String bot) {
        Problems problems = new Problems();
        SourceFile file = new SourceFile("bots/" + name(bot) + "/bot.yaml", bot);
        assertThat(BotReader.read(file, name(bot), problems).isPresent()).isEqualTo(problems.isEmpty());
        return problems.sorted();
    }

    private static List<String> yaml() {
        List<String> blocks = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(page).results().toList()) {
            if (block.group(1).equals("yaml")) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }

    /** A part of a bot becomes one with what the page says is required. */
    private static String completed(String part) {
        String head = part.startsWith("bot:") ? "" : "bot: part\nlocale: en-GB\n";
        String intents = part.contains("intents:") ? "" : "intents: { hello: { says: [hello], answer: Hello. } }\n";
        return head + intents + part;
    }

    private static boolean isOfTests(String block) {
        return block.startsWith("- test:") || block.startsWith("now:") || block.startsWith("locale:");
    }

    private static String name(String bot) {
        Matcher matcher = NAME.matcher(bot);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
