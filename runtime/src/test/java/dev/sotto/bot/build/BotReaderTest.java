package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Limit;
import dev.sotto.bot.Requirement;
import dev.sotto.bot.Scope;
import dev.sotto.bot.Slot;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotReaderTest {

    private static final String WHOLE = """
            bot: bank
            title: The bank
            locale: en-GB
            greeting: Hello.
            intents:
              pay-someone:
                says:
                  - pay [Anna](payee) [twenty pounds](amount)
                  - send money to {payee}
                slots:
                  payee:
                    type: payee
                    ask: Who?
                  amount:
                    type: money
                    ask: How much?
                    retry: [An amount please., Any amount.]
                    accept: "<= 500 GBP"
                    refuse: No more than five hundred.
                    class: internal
                  note:
                    type: number
                    required: no
                confirm: { ask: "Send {amount} to {payee}?" }
                answer: [Done., "Sent {amount}."]
                requires: { scopes: [payments] }
                fulfil: { hook: "https://core.bank.example/pay", timeout: 3s, transcript: yes }
                then: { transfer: agents }
            types:
              payee: { open: yes, values: { Anna: [my sister] } }
            """;

    @Test
    void readsAWholeBot() {
        Bot bot = bot(WHOLE);
        Intent pay = bot.intent(new IntentName("pay-someone")).orElseThrow();
        Slot amount = pay.slot(new SlotName("amount")).orElseThrow();

        assertThat(bot.name().value()).isEqualTo("bank");
        assertThat(bot.engine()).isEqualTo("embedding");
        assertThat(pay.says()).hasSize(2);
        assertThat(pay.requires())
                .isEqualTo(new Requirement(Requirement.Identity.IDENTIFIED, Set.of(new Scope("payments"))));
        assertThat(pay.outcomes().then()).isEqualTo(new Ending.Transfer("agents"));
        assertThat(pay.fulfilmentHook()).map(Hook::timeout).contains(Duration.ofSeconds(3));
        assertThat(pay.fulfilmentHook()).map(Hook::transcript).contains(Hook.Transcript.SENT);
        assertThat(amount.dataClass()).isEqualTo(DataClass.INTERNAL);
        assertThat(amount.limit()).map(Limit::bound).contains(new BigDecimal("500"));
        assertThat(amount.prompt().orElseThrow().retries()).hasSize(2);
        assertThat(pay.slot(new SlotName("note")).orElseThrow().constraint()).isEqualTo(Slot.Constraint.OPTIONAL);
    }

    @Test
    void countsWhatIsSaidAsPersonalUnlessDeclaredOtherwise() {
        Slot payee = bot(WHOLE).intents().get(0).slot(new SlotName("payee")).orElseThrow();

        assertThat(payee.dataClass()).isEqualTo(DataClass.PERSONAL);
    }

    @Test
    void readsTheTimeZone() {
        assertThat(bot(WHOLE).timeZone()).isEmpty();
        assertThat(bot(WHOLE.replace("locale: en-GB", "locale: en-GB\ntime-zone: Asia/Tokyo"))
                        .timeZone())
                .contains(ZoneId.of("Asia/Tokyo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: money|type: monney|type.unknown|15:15|money",
                "ask: How much?|aks: How much?|key.unknown|16:9|ask",
                "ask: Who?|class: public|prompt.missing|11:7|",
                "greeting: Hello.|greting: Hello.|key.unknown|4:1|greeting",
                "to {payee}?|to {paye}?|slot.unknown|24:40|payee",
                "money to {payee}|money to {paye}|slot.unknown|9:24|payee",
                "[Anna](payee)|[Anna](paye)|slot.unknown|8:20|payee",
                "[Anna](payee)|[Anna](payee|sample.malformed|8:13|",
                "[twenty pounds](amount)|[rather much](amount)|sample.foreign_value|8:9|",
                "locale: en-GB|locale: xx-GB|locale.unknown|3:9|",
                "locale: en-GB|locale: en-GB\\ntime-zone: Europe/Lonodn|zone.unknown|4:12|Europe/London",
                "bot: bank|bot: bakn|bot.misplaced|1:6|",
                "bot: bank|bot: Bank|name.malformed|1:6|",
                "<= 500 GBP|about 500|limit.malformed|18:17|",
                "<= 500 GBP|<= 500|limit.malformed|18:17|",
                "<= 500 GBP|<= 500 XYZ|limit.malformed|18:17|",
                "class: internal|class: intern|value.choice|20:16|internal",
                "required: no|required: false|value.choice|23:19|",
                "https://core|http://core|hook.url|27:21|",
                "timeout: 3s|timeout: 3|value.kind|27:63|",
                "timeout: 3s|timeout: 3m|value.range|27:63|",
                "[payments]|[Pay ments]|scope.malformed|26:26|",
                "transfer: agents|transfre: agents|key.unknown|28:13|transfer",
                "{ transfer: agents }|hangupp|value.choice|28:11|hangup",
                "Anna: [my sister]|Anna: [my sister], Ben: [My  Sister]|value.ambiguous|30:58|",
                "open: yes, values: { Anna: [my sister] }|open: no|type.empty|30:3|",
                "  payee: { open|  money: { open|type.built_in|30:3|",
                "open: yes, values|open: yes, pattern: \"[A-Z]{2}x*\", values|pattern.malformed|30:42|",
                "intents:|engine: openlp\\nintents:|engine.unknown|5:9|opennlp",
                "intents:|threshold: 1.5\\nintents:|value.range|5:12|",
                "type: number|type: number\\n        accept: '< 5'|key.missing|22:9|",
                "type: payee|type: payee\\n        accept: '< 5'\\n        refuse: no|limit.type|13:17|",
            })
    void saysWhereAndWhatIsWrong(String right, String wrong, String code, String place, String suggestion) {
        List<Problem> problems = problems(WHOLE.replace(right, wrong.replace("\\n", "\n")));

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.position().line() + ":" + problem.position().column())
                    .isEqualTo(place);
            assertThat(problem.suggestion()).isEqualTo(Optional.ofNullable(suggestion));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna: AE N AX|pronunciation.phone|32:14|AA",
                "Anna: [AE N AH, AE1 N AH]|pronunciation.phone|32:19|AE",
                "Anna:|value.kind|32:8|",
                "Anna: []|pronunciation.count|32:9|",
                "Anna: [AE N AH, '']|value.kind|32:19|",
                "My Anna: AE N AH|pronunciation.word|32:3|",
                "R2D2: AE N AH|pronunciation.word|32:3|",
            })
    void saysWhatIsWrongWithAPronunciation(String entry, String code, String place, String suggestion) {
        List<Problem> problems = problems(WHOLE + "pronunciations:\n  " + entry + "\n");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.position()).hasToString("bank/bot.yaml:" + place);
            assertThat(problem.suggestion()).isEqualTo(Optional.ofNullable(suggestion));
        });
    }

    @Test
    void readsHowWordsSound() {
        Bot bot = bot(WHOLE + "pronunciations: { Anna: AA N AH, Sister: [S IH S T ER, S IH S T AH] }\n");

        assertThat(bot.lexicon().sounds())
                .containsEntry("anna", List.of(List.of("AA", "N", "AH")))
                .containsEntry(
                        "sister", List.of(List.of("S", "IH", "S", "T", "ER"), List.of("S", "IH", "S", "T", "AH")));
    }

    @Test
    void notesAPronunciationOfAWordThatTheBotDoesNotHave() {
        Problems problems = new Problems();
        String text = WHOLE + "pronunciations: { Ana: AA N AH, Norway: N AO R W EY }\n";

        assertThat(BotReader.read(new SourceFile("bot.yaml", text), "bank", problems))
                .isPresent();
        List<Problem> unused = problems.notes().stream()
                .filter(note -> note.code().equals("pronunciation.unused"))
                .toList();
        assertThat(unused).singleElement().satisfies(note -> {
            assertThat(note.describeAsNote()).startsWith("bot.yaml:31:19: note: the pronunciation of \"Ana\"");
            assertThat(note.suggestion()).contains("anna");
        });
    }

    @Test
    void findsAllProblemsAtOnce() {
        String text = WHOLE.replace("type: money", "type: monney")
                .replace("How much?", "How much, {payer}?")
                .replace("locale: en-GB", "locale: en-GB\nanswr: 1");

        assertThat(problems(text))
                .extracting(Problem::code)
                .containsExactly("key.unknown", "type.unknown", "slot.unknown");
    }

    @Test
    void refusesOneSampleUnderTwoIntents() {
        List<Problem> problems = problems(
                WHOLE.replace(
                        "intents:\n",
                        "intents:\n  other:\n    says: [\"Send  money to {payee}!\"]\n    slots: { payee: { type: payee, ask: Who? } }\n    answer: Yes.\n"));

        assertThat(problems).extracting(Problem::code).containsExactly("sample.shared");
        assertThat(problems.get(0).found()).contains("line 7").contains("\"other\"");
    }

    @Test
    void refusesAnIntentThatNothingLeadsTo() {
        String text = """
                bot: bank
                locale: en-GB
                intents:
                  reached: { says: [hello there], answer: Hello. }
                  lonely: { answer: Nobody hears this. }
                """;

        assertThat(problems(text)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("intent.unreachable");
            assertThat(problem.position().line()).isEqualTo(5);
        });
    }

    @Test
    void letsAHookLeadToAnIntentWithoutSamples() {
        String text = """
                bot: bank
                locale: en-GB
                intents:
                  reached: { says: [hello there], fulfil: { hook: "https://a.example/" } }
                  led-to: { answer: A hook leads here. }
                """;

        assertThat(problems(text)).isEmpty();
    }

    @Test
    void refusesNamesThatDifferOnlyInCapitals() {
        String text = """
                bot: bank
                locale: en-GB
                intents:
                  pay: { says: [pay], answer: Yes. }
                  Pay: { says: [pay now], answer: Yes. }
                """;

        assertThat(problems(text)).extracting(Problem::code).containsExactly("name.duplicate");
    }

    @Test
    void refusesTheSameKeyTwice() {
        assertThat(problems(WHOLE + "types: {}\n")).extracting(Problem::code).containsExactly("key.duplicate");
    }

    @Test
    void refusesToRepeatASecret() {
        assertThat(problems(WHOLE.replace("class: internal", "class: secret")))
                .extracting(Problem::code)
                .containsExactly("template.secret", "template.secret");
    }

    @Test
    void refusesAnExampleThatIsNoValueOfAClosedType() {
        List<Problem> problems =
                problems(WHOLE.replace("open: yes, values", "values").replace("[Anna]", "[Anne]"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("sample.foreign_value");
            assertThat(problem.suggestion()).contains("anna");
        });
    }

    @Test
    void refusesAnIntentThatEndsInSilence() {
        String text = "bot: bank\nlocale: en-GB\nintents:\n  quiet: { says: [hush] }\n";

        assertThat(problems(text)).extracting(Problem::code).containsExactly("intent.silent");
    }

    @Test
    void asksForItsOwnWordsFromABotInALanguageWithoutAny() {
        String text = "bot: bank\nlocale: fr-FR\nintents:\n  salut: { says: [salut], answer: Salut. }\n";

        assertThat(problems(text))
                .hasSize(11)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("wording.missing"));
    }

    @Test
    void hasWordsForABotInGerman() {
        assertThat(problems("bot: bank\nlocale: de-DE\nintents:\n  gruss: { says: [hallo], answer: Hallo. }\n"))
                .isEmpty();
    }

    @Test
    void refusesTextThatIsTooLong() {
        assertThat(problems(WHOLE.replace("Hello.", "h".repeat(1001))))
                .extracting(Problem::code)
                .containsExactly("text.too_long");
    }

    @Test
    void refusesCharactersThatCannotBeShown() {
        assertThat(problems(WHOLE.replace("Hello.", "\"Hel\\0lo\"")))
                .extracting(Problem::code)
                .containsExactly("text.unprintable");
    }

    @Test
    void refusesAliases() {
        assertThat(problems(WHOLE.replace("greeting: Hello.", "greeting: &a Hello.\nagain: *a")))
                .extracting(Problem::code)
                .containsExactly("yaml.alias");
    }

    @Test
    void refusesABotThatContainsItself() {
        assertThat(problems("&bot\nbot: bank\nlocale: en-GB\nintents: *bot\n"))
                .extracting(Problem::code)
                .contains("yaml.alias");
    }

    private static Bot bot(String text) {
        Problems problems = new Problems();
        Optional<Bot> bot = BotReader.read(new SourceFile("bank/bot.yaml", text), "bank", problems);
        assertThat(problems.sorted()).isEmpty();
        return bot.orElseThrow();
    }

    private static List<Problem> problems(String text) {
        Problems problems = new Problems();
        Optional<Bot> bot = BotReader.read(new SourceFile("bank/bot.yaml", text), "bank", problems);
        assertThat(bot.isPresent()).isEqualTo(problems.isEmpty());
        return problems.sorted();
    }
}
