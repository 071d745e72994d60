package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Next;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Slot;
import dev.sotto.bot.Template;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalesTest {

    private static final String BANK = """
            bot: bank
            locale: en-GB
            greeting: Hello.
            intents:
              pay:
                says: [pay somebody, "send {amount}"]
                slots:
                  amount: { type: number, ask: How much? }
                  account: { type: account, ask: From which?, default: "[usual]" }
                begin:
                  set: { begun: "yes" }
                  when:
                    - { if: "[vip] = 'yes'", say: Welcome back. }
                    - { say: Welcome. }
                answer: { say: Paid., then: listen }
            """;
    private static final String TYPES = "values: { GIRO: { said: current account, words: [current] }, savings: }\n";
    private static final String GERMAN = """
            greeting: Guten Tag.
            intents:
              pay:
                says: [jemanden bezahlen, "{amount} senden"]
                slots:
                  amount: { ask: Wie viel? }
                  account: { ask: Von welchem? }
                begin: { when: [{ say: Willkommen zurück. }, { say: Willkommen. }] }
                answer: Bezahlt.
            types:
              account: { values: { GIRO: { said: Girokonto }, savings: [Sparkonto] } }
            """;

    @Test
    void takesPronunciationsInEnglishAlone() {
        String sounds = "pronunciations: { pay: P AY }\n";
        Problems fine = new Problems();
        Problems german = new Problems();
        Map<String, SourceFile> files = files();
        files.put("bot.yaml", new SourceFile("bank/bot.yaml", BANK + sounds));
        files.put("bot.de-DE.yaml", new SourceFile("bank/bot.de-DE.yaml", GERMAN));

        Optional<WrittenBot> bot = BotReader.read(new BotSource(files), "bank", fine);
        read(german, GERMAN + sounds);

        assertThat(bot.orElseThrow().locales())
                .extracting(locale -> locale.lexicon().sounds().size())
                .containsExactly(1, 0);
        assertThat(german.sorted()).extracting(Problem::code).containsExactly("pronunciation.language");
    }

    @Test
    void readsABotOfSeveralFilesInTwoLanguagesOfOneStructure() {
        Problems problems = new Problems();
        WrittenBot bot = read(problems, GERMAN).orElseThrow();

        assertThat(problems.sorted()).isEmpty();
        assertThat(bot.locales()).extracting(Bot::locale).containsExactly(Locale.UK, Locale.GERMANY);
        Intent english = bot.main().intents().get(0);
        Intent german = bot.locales().get(1).intents().get(0);
        assertThat(german.slots()).extracting(Slot::name).isEqualTo(names(english));
        assertThat(german.slots().get(1).defaults())
                .isEqualTo(english.slots().get(1).defaults());
        assertThat(said(german.begin().branches().get(1).passage())).isEqualTo("Willkommen.");
        assertThat(german.begin().branches().get(0).condition())
                .isEqualTo(english.begin().branches().get(0).condition());
        assertThat(said(german.outcomes().answer())).isEqualTo("Bezahlt.");
        assertThat(german.outcomes().answer().next()).isInstanceOf(Next.Listen.class);
        SlotTypeName account = new SlotTypeName("account");
        assertThat(bot.main().glossary().of(account, "GIRO")).contains("current account");
        assertThat(bot.locales().get(1).glossary().of(account, "GIRO")).contains("Girokonto");
        assertThat(bot.locales().get(1).glossary().of(account, "savings")).isEmpty();
    }

    @Test
    void namesTheWordsThatAreLeftInTheFirstLanguage() {
        assertThat(found(GERMAN.replace("    answer: Bezahlt.\n", "").replace("ask: Wie viel?", "")))
                .containsExactly(
                        "bank/bot.yaml:8:36: wording.untranslated", "bank/bot.yaml:15:20: wording.untranslated");
    }

    @Test
    void letsALocaleOfTheSameLanguageSayJustWhatIsDifferent() {
        Problems problems = new Problems();
        Map<String, SourceFile> files = files();
        files.put("bot.en-US.yaml", new SourceFile("bank/bot.en-US.yaml", "greeting: Hi.\n"));

        Optional<WrittenBot> bot = BotReader.read(new BotSource(files), "bank", problems);

        assertThat(problems.sorted()).isEmpty();
        assertThat(bot.orElseThrow().locales()).extracting(Bot::locale).containsExactly(Locale.UK, Locale.US);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            greeting: Guten Tag.   | locale: de-AT              | bank/bot.de-DE.yaml:1:1: key.unknown
            greeting: Guten Tag.   | gretings: Guten Tag.       | bank/bot.de-DE.yaml:1:1: key.unknown
            account: { ask         | acount: { ask              | bank/bot.de-DE.yaml:7:7: name.foreign
            , { say: Willkommen. } |                            | bank/bot.de-DE.yaml:8:20: count.different
            Von welchem?           | "Von {welchem}?"           | bank/bot.de-DE.yaml:7:29: slot.unknown
            [Sparkonto]            | [Girokonto]                | bank/bot.de-DE.yaml:11:61: value.ambiguous
            """)
    void namesThePlaceInTheFileOfTheLocale(String right, String wrong, String expected) {
        assertThat(found(GERMAN.replace(right, wrong == null ? "" : wrong))).contains(expected);
    }

    @Test
    void namesThePlaceInTheFileOfAnIntentOrType() {
        Map<String, SourceFile> files = files();
        files.put("types/account.yaml", new SourceFile("bank/types/account.yaml", "valeus: { a: }\n"));
        files.put(
                "intents/help-me.yaml",
                new SourceFile("bank/intents/help-me.yaml", "says: [help me]\nanswer: \"{x}\"\n"));
        files.put("intents/pay.yaml", new SourceFile("bank/intents/pay.yaml", "answer: Paid.\n"));
        Problems problems = new Problems();

        BotReader.read(new BotSource(files), "bank", problems);

        assertThat(described(problems))
                .contains(
                        "bank/types/account.yaml:1:1: key.unknown",
                        "bank/intents/help-me.yaml:2:11: slot.unknown",
                        "bank/intents/pay.yaml:1:1: name.duplicate");
    }

    @Test
    void takesAnyTextForAnOverlayWithoutThrowing() {
        Random random = new Random(20261122);
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder(GERMAN);
            for (int n = 0; n < 4; n++) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, "{}[]:,-\n \"x".charAt(random.nextInt(11)));
            }
            Problems problems = new Problems();
            Optional<WrittenBot> bot = read(problems, text.toString());

            assertThat(bot.isPresent()).isEqualTo(problems.isEmpty());
        }
    }

    private static List<SlotName> names(Intent intent) {
        return intent.slots().stream().map(Slot::name).toList();
    }

    private static String said(Passage passage) {
        return ((Template.Literal)
                        passage.say().get(0).variations().get(0).parts().get(0))
                .text();
    }

    private static List<String> found(String german) {
        Problems problems = new Problems();
        read(problems, german);
        return described(problems);
    }

    private static List<String> described(Problems problems) {
        return problems.sorted().stream()
                .map(problem -> problem.position() + ": " + problem.code())
                .toList();
    }

    private static Optional<WrittenBot> read(Problems problems, String german) {
        Map<String, SourceFile> files = files();
        files.put("bot.de-DE.yaml", new SourceFile("bank/bot.de-DE.yaml", german));
        return BotReader.read(new BotSource(files), "bank", problems);
    }

    private static Map<String, SourceFile> files() {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        files.put("bot.yaml", new SourceFile("bank/bot.yaml", BANK));
        files.put("types/account.yaml", new SourceFile("bank/types/account.yaml", TYPES));
        return files;
    }
}
