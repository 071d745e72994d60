package dev.sotto.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.nlu.Moment;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestReaderTest {

    static final String BOT = """
            bot: bank
            locale: en-GB
            intents:
              pay:
                says: [pay somebody]
                slots:
                  amount: { type: number, ask: How much? }
                answer: Paid {amount}.
                requires: { scopes: [payments] }
                fulfil: { hook: "https://core.example/pay", label: core }
              greet: { says: [hello], answer: Hello. }
              bye: { says: [bye], answer: Bye., then: hangup }
              person: { says: [help], then: { transfer: agents } }
            """;

    private static final String TESTS = """
            - test: pays
              as: { scopes: [payments] }
              steps:
                - user: pay somebody
                  expect: { intent: pay, asks: amount, says: /How/ }
                - presses: "12"
                  hook: { state: Fulfilled, says: Done. }
                  expect:
                    slots: { amount: 12 }
                    state: Fulfilled
                - silent: yes
                - leaves: yes
            """;

    @Test
    void readsStepsAndWhatIsExpectedOfThem() {
        Problems problems = new Problems();
        List<BotTest> tests = TestReader.read(new SourceFile("tests/pay.yaml", TESTS), List.of(bot()), problems);

        assertThat(problems.sorted()).isEmpty();
        assertThat(tests).singleElement().satisfies(test -> {
            assertThat(test.name()).isEqualTo("pays");
            assertThat(test.scopes()).isPresent();
            assertThat(test.steps())
                    .extracting(TestStep::act)
                    .containsExactly(
                            new TestStep.Says("pay somebody"),
                            new TestStep.Presses("12"),
                            new TestStep.IsSilent(),
                            new TestStep.Leaves());
            assertThat(test.steps().get(1).hooks()).hasSize(1);
            assertThat(test.steps().get(0).expected().facts()).hasSize(3);
        });
    }

    @Test
    void readsWhenTheTestsOfAFileHappen() {
        Problems problems = new Problems();
        String file = "now: 2024-02-29T23:59\ntests:\n" + TESTS.indent(2);

        List<BotTest> dated = TestReader.read(new SourceFile("tests/pay.yaml", file), List.of(bot()), problems);
        List<BotTest> undated = TestReader.read(new SourceFile("tests/pay.yaml", TESTS), List.of(bot()), problems);

        assertThat(problems.sorted()).isEmpty();
        assertThat(dated)
                .singleElement()
                .extracting(BotTest::moment)
                .isEqualTo(new Moment(LocalDateTime.of(2024, 2, 29, 23, 59)));
        assertThat(undated).singleElement().extracting(BotTest::moment).isEqualTo(Moment.EXAMPLE);
        assertThat(problems(file.replace("T23:59", ""), Optional.of(bot())))
                .extracting(Problem::code)
                .containsExactly("value.kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intent: pay|intent: pya|intent.unknown|5:25|pay",
                "asks: amount|asks: amuont|asks.unknown|5:36|amount",
                "{ amount: 12 }|{ amout: 12 }|slot.unknown|9:18|amount",
                "state: Fulfilled\\n|state: fulfilled\\n|state.unknown|10:16|Fulfilled",
                "says: /How/|says: /How(/|pattern.malformed|5:50|",
                "- user: pay somebody|- usr: pay somebody|key.unknown|4:7|user",
                "- silent: yes|- silent: yes\\n      leaves: yes|step.act|11:7|",
                "- silent: yes|- silent: no|value.choice|11:15|",
                "presses: \"12\"|presses: twelve|value.kind|6:16|",
                "[payments]|[Pay ments]|scope.malformed|2:18|",
                "says: Done.|slots: { amout: 1 }|slot.unknown|7:42|amount",
                "says: Done.|fails: timeuot|value.choice|7:40|timeout",
                "says: Done.|action: ElicitSlot|hook.slot|7:13|",
                "says: Done.|told: { intent: pya }|intent.unknown|7:49|pay",
                "says: Done.|told: { lable: core }|key.unknown|7:41|label",
                "- silent: yes|- wait: 0s|value.range|11:13|",
                "- silent: yes|- wait: an hour|value.kind|11:13|",
                "- test: pays|- name: pays|key.missing|1:3|"
            })
    void saysWhereAndWhatIsWrong(String right, String wrong, String code, String place, String suggestion) {
        List<Problem> problems =
                problems(TESTS.replace(right.replace("\\n", "\n"), wrong.replace("\\n", "\n")), Optional.of(bot()));

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.position().line() + ":" + problem.position().column())
                    .isEqualTo(place);
            assertThat(problem.suggestion()).isEqualTo(Optional.ofNullable(suggestion));
        });
    }

    @Test
    void comparesNoNamesWhenTheBotItselfCouldNotBeRead() {
        assertThat(problems(TESTS, Optional.empty())).isEmpty();
    }

    @Test
    void refusesTwoTestsOfOneName() {
        assertThat(problems(TESTS + TESTS, Optional.of(bot())))
                .extracting(Problem::code)
                .containsExactly("name.duplicate");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void takesAnyText(long seed) {
        Random random = new Random(seed);
        String marks = "[]{}:,-&*!|>'\"#%@\n\t \\/(?yesno1";
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder(TESTS);
            for (int change = 0; change < 3; change++) {
                text.setCharAt(random.nextInt(text.length()), marks.charAt(random.nextInt(marks.length())));
            }
            String[] lines = text.toString().split("\n", -1);

            assertThat(problems(text.toString(), Optional.of(bot())))
                    .allSatisfy(problem -> assertThat(problem.position().line()).isBetween(1, lines.length));
        }
    }

    static Bot bot() {
        return BotReader.read(new SourceFile("bot.yaml", BOT), "bank", new Problems())
                .orElseThrow();
    }

    private static List<Problem> problems(String text, Optional<Bot> bot) {
        Problems problems = new Problems();
        assertThat(TestReader.read(
                        new SourceFile("tests/pay.yaml", text), bot.stream().toList(), problems))
                .isNotNull();
        return problems.sorted();
    }
}
