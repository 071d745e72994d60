package dev.sotto.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.bot.version.BotCompiler;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.Engines;
import dev.sotto.bot.version.ModelCache;
import dev.sotto.testing.ScriptedEngine;
import dev.sotto.yaml.Problems;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TestRunnerTest {

    @TempDir
    Path root;

    @Test
    void passesWhatGoesAsExpected() {
        TestReport report = run("""
                - test: greets
                  steps:
                    - user: hello
                      expect: { intent: greet, says: Hello., asks: anything, state: Fulfilled, ends: "no" }
                    - user: gibberish
                      expect: { intent: none, says: /did not understand/ }
                    - user: help
                      expect: { intent: person, transfers: agents }
                - test: hangs up
                  steps:
                    - user: bye
                      expect: { intent: bye, ends: "yes" }
                """);

        assertThat(report.failures()).isEmpty();
        assertThat(report.passed()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intent: bye|intent bye|greet",
                "asks: yes_no|asks yes_no|anything",
                "says: Good day|says Good day|\"Hello. Is there anything else?\"",
                "says: /day$/|says /day$/|\"Hello. Is there anything else?\"",
                "state: Failed|state Failed|Fulfilled",
                "transfers: agents|transfers agents|nothing",
                "ends: 'yes'|ends yes|no",
                "slots: { amount: 3 }|the slot amount = 3|nothing"
            })
    void tellsWhatCameInstead(String fact, String expected, String got) {
        TestReport report = run("- test: greets\n  steps:\n    - user: hello\n      expect: { " + fact + " }\n");

        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.expected()).isEqualTo(expected);
            assertThat(failure.got()).isEqualTo(got);
            assertThat(failure.position().line()).isEqualTo(4);
            assertThat(failure.describe()).startsWith("tests/t.yaml:4:");
        });
    }

    @Test
    void stopsATestAtTheFirstStepThatFails() {
        TestReport report = run("""
                - test: goes wrong
                  steps:
                    - user: hello
                      expect: { intent: bye, asks: yes_no }
                    - user: hello
                      expect: { intent: bye }
                """);

        assertThat(report.failures()).hasSize(2);
    }

    @Test
    void refusesAnIntentToWhoMayNotHaveIt() {
        TestReport report = run("""
                - test: refused
                  as: identified
                  steps:
                    - user: pay somebody
                      expect: { intent: none, says: I cannot do that here. }
                - test: allowed
                  as: { scopes: [payments] }
                  steps:
                    - user: pay somebody
                      expect: { intent: pay, asks: amount }
                """);

        assertThat(report.failures()).isEmpty();
    }

    @Test
    void letsAHookAnswerAsWritten() {
        TestReport report = run("""
                - test: pays
                  as: { scopes: [payments] }
                  steps:
                    - user: pay somebody
                    - presses: "12"
                      hook: { says: Paid by the core. }
                      expect: { slots: { amount: 12 }, state: Fulfilled, says: Paid by the core. }
                - test: cannot pay
                  as: { scopes: [payments] }
                  steps:
                    - user: pay somebody
                    - presses: "12"
                      hook: { fails: timeout }
                      expect: { state: Failed, says: something went wrong }
                """);

        assertThat(report.failures()).isEmpty();
    }

    @Test
    void neverCallsAHookThatHasNoAnswerInTheTest() {
        TestReport report = run("""
                - test: pays
                  as: { scopes: [payments] }
                  steps:
                    - user: pay somebody
                    - presses: "12"
                """);

        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.got()).isEqualTo("a call to core.example"));
    }

    @Test
    void failsWhenAHookThatWasToAnswerWasNotCalled() {
        TestReport report = run("- test: greets\n  steps:\n    - user: hello\n      hook: { says: Hi. }\n");

        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.expected()).isEqualTo("a call to a hook"));
    }

    @Test
    void takesSilenceAndLeaving() {
        TestReport report = run("""
                - test: quiet
                  steps:
                    - silent: yes
                      expect: { intent: none, asks: anything }
                    - leaves: yes
                      expect: { ends: "yes" }
                """);

        assertThat(report.failures()).isEmpty();
    }

    @Test
    void writesAReportThatBuildServersRead() throws Exception {
        TestReport report = run(
                "- test: \"greets <politely> & \\u0001 well\"\n  steps:\n    - user: hello\n      expect: { intent: bye }\n");
        Path file = root.resolve("junit.xml");

        JunitReport.write(file, "bank", report);

        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(file))))
                .getDocumentElement();
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element test = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(test.getAttribute("name")).isEqualTo("greets <politely> &  well");
        assertThat(test.getAttribute("line")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("tests/t.yaml:4:25", "expected intent bye, got greet");
    }

    @Test
    void writesAPageThatQuotesWithoutBecomingWhatItQuotes() throws Exception {
        TestReport report = run("""
                - test: "<script>alert(1)</script>"
                  steps:
                    - user: hello
                    - user: "<img src=x onerror=alert(1)> & co"
                      expect: { says: "<b>" }
                """);
        Path file = root.resolve("report.html");

        HtmlReport.write(file, "bank", report);

        String page = Files.readString(file);
        assertThat(page).startsWith("<!DOCTYPE html>").doesNotContain("<script", "<img", "<b>", "src=\"");
        Element html = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)))
                .getDocumentElement();
        assertThat(html.getAttribute("lang")).isEqualTo("en");
        Element failed = (Element) html.getElementsByTagName("details").item(0);
        assertThat(failed.getAttribute("open")).isNotEmpty();
        assertThat(failed.getTextContent())
                .contains("Failed: <script>alert(1)</script>", "Hello.", "<img src=x onerror=alert(1)> & co")
                .contains("Expected says <b>, got \"", "(tests/t.yaml:5:23)");
        assertThat(html.getElementsByTagName("table").item(0).getTextContent())
                .contains("intents", "1 of 4", "pay, bye, person");
    }

    @Test
    void tellsWhatOfTheBotTheTestsReached() {
        TestReport report = run("""
                - test: asks
                  as: { scopes: [payments] }
                  steps:
                    - user: pay somebody
                    - silent: yes
                - test: greets
                  steps:
                    - user: hello
                """);

        assertThat(report.failures()).isEmpty();
        assertThat(report.coverage().describe()).isEqualTo("2 of 4 intents, 0 of 1 slots, 2 of 2 prompts");
        assertThat(report.coverage().parts().get(Coverage.Part.SLOTS))
                .isEqualTo(new Coverage.Reached(List.of("pay/amount"), Set.of()));
    }

    @Test
    void tellsWhichBranchesTheTestsReached() {
        String text = """
                bot: cinema
                locale: en-GB
                intents:
                  book:
                    says: [book seats]
                    slots:
                      seats:
                        type: number
                        ask: How many seats?
                        captured: { when: [ { if: "{seats} > 8", say: A group., then: hangup }, { if: "{seats} > 4", then: fulfil } ] }
                    answer: { when: [ { if: "{seats} = 1", say: One. }, { say: Several. } ] }
                """;
        Bot bot = BotReader.read(new SourceFile("bot.yaml", text), "cinema", new Problems())
                .orElseThrow();

        TestReport report = run(bot, text, """
                - test: books a few
                  steps:
                    - user: book seats
                    - presses: "2"
                      expect: { says: Several. }
                - test: sends groups away
                  steps:
                    - user: book seats
                    - presses: "9"
                      expect: { ends: "yes" }
                """);

        assertThat(report.failures()).isEmpty();
        assertThat(report.coverage().parts().get(Coverage.Part.BRANCHES))
                .isEqualTo(new Coverage.Reached(
                        List.of(
                                "book/slots/seats/captured",
                                "book/slots/seats/captured/when/1",
                                "book/slots/seats/captured/when/2",
                                "book/answer/when/1",
                                "book/answer/when/2"),
                        Set.of("book/slots/seats/captured", "book/slots/seats/captured/when/1", "book/answer/when/2")));
    }

    @Test
    void looksAtWhatAHookIsTold() {
        String right = """
                - test: pays
                  as: { scopes: [payments] }
                  steps:
                    - user: pay somebody
                    - presses: "12"
                      hook: { told: { intent: pay, slots: { amount: 12 }, label: core }, says: Done. }
                """;

        assertThat(run(right).failures()).isEmpty();
        assertThat(run(right.replace("amount: 12", "amount: 13").replace("label: core", "label: edge"))
                        .failures())
                .extracting(TestFailure::describe)
                .containsExactly(
                        "tests/t.yaml:6:53: pays: expected a hook that is told the slot amount = 13, got 12",
                        "tests/t.yaml:6:66: pays: expected a hook that is told label edge, got core");
    }

    @Test
    void letsTimePassWithoutWaitingForIt() {
        TestReport report = run("""
                - test: comes back to it
                  as: { scopes: [payments] }
                  steps:
                    - user: pay somebody
                    - wait: 7d
                      expect: { asks: nothing, ends: "no" }
                    - presses: "12"
                      hook: { says: Done. }
                      expect: { state: Fulfilled }
                """);

        assertThat(report.failures()).isEmpty();
    }

    private TestReport run(String tests) {
        return run(TestReaderTest.bot(), TestReaderTest.BOT, tests);
    }

    private TestReport run(Bot bot, String source, String tests) {
        Problems problems = new Problems();
        List<BotTest> read = TestReader.read(new SourceFile("tests/t.yaml", tests), List.of(bot), problems);
        assertThat(problems.sorted()).isEmpty();
        ScriptedEngine engine = new ScriptedEngine("embedding");
        try (Engines engines = new Engines(Map.of("embedding", () -> engine));
                BotLease lease = new BotCompiler(engines, new ModelCache(root.resolve("cache")))
                        .compile(WrittenBot.of(bot, new SourceFile("bot.yaml", source)))
                        .lease()) {
            return TestRunner.run(lease.version(), read);
        }
    }
}
