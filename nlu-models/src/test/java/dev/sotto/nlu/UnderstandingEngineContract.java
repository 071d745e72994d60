package dev.sotto.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.nlu.testing.Bots;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine must do; run against each of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UnderstandingEngineContract {

    private static final Expectation ANYTHING = new Expectation.Anything();

    private final Map<String, TrainingSet> bots =
            Map.of("bank", Bots.bank(), "coffee", Bots.coffee(), "helpdesk", Bots.helpdesk());
    private final Map<String, byte[]> models = new HashMap<>();
    private final Map<String, Interpreter> interpreters = new HashMap<>();

    /** Returns the engine under test; the same each time. */
    abstract UnderstandingEngine engine();

    private byte[] model(String bot) {
        return models.computeIfAbsent(bot, name -> engine().train(bot(name)));
    }

    private TrainingSet bot(String name) {
        return Objects.requireNonNull(bots.get(name));
    }

    private Understanding understand(String bot, String text, Expectation expectation) {
        Interpreter interpreter = interpreters.computeIfAbsent(bot, name -> engine().load(model(name), bot(name)));
        return interpreter.understand(Heard.typed(new Utterance(text)), expectation, Moment.EXAMPLE);
    }

    private static Map<String, String> slots(Understanding understanding) {
        Map<String, String> values = new HashMap<>();
        understanding
                .interpretations()
                .get(0)
                .slots()
                .forEach(match ->
                        values.put(match.slot().value(), match.resolved().get(0).reveal()));
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "bank,WHAT IS MY BALANCE?,check-balance",
        "bank,block my card!,block-card",
        "coffee,show me the menu,menu",
        "helpdesk,i forgot my password...,reset-password",
    })
    void isCertainOfASampleUtterance(String bot, String text, String intent) {
        Understanding understanding = understand(bot, text, ANYTHING);

        Interpretation best = understanding.best().orElseThrow();
        assertThat(best.intent().value()).isEqualTo(intent);
        assertThat(best.confidence()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "bank,could you block my bank card please,block-card",
        "bank,what are the opening hours of the branch,opening-hours",
        "bank,I want to talk to a human being,talk-to-person",
        "bank,how much money is in my account,check-balance",
        "coffee,a large latte with oat milk please,order",
        "helpdesk,I forgot my password again,reset-password",
        "helpdesk,please install photoshop on my laptop,install-software",
    })
    void acceptsOtherWordsForTheSame(String bot, String text, String intent) {
        assertThat(understand(bot, text, ANYTHING).best())
                .hasValueSatisfying(best -> assertThat(best.intent().value()).isEqualTo(intent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sdkjfh ksdjfh wekjrh",
                "purple monkeys dance under seven moons",
                "the parliament of denmark meets in copenhagen",
                "hello",
                "ok",
                "sure",
                "whatever",
                "Giovanni",
                "???",
                "",
                "\u0000\ud800",
            })
    void rejectsWhatIsNotItsSubject(String text) {
        for (String bot : List.of("bank", "coffee", "helpdesk")) {
            assertThat(understand(bot, text, ANYTHING).best()).as("%s", bot).isEmpty();
        }
    }

    @Test
    void fillsTheSlotsOfASentence() {
        assertThat(slots(understand("coffee", "a large flat-white with two shots and 1 sugar, oat milk", ANYTHING)))
                .containsEntry("size", "large")
                .containsEntry("drink", "flat white")
                .containsEntry("shots", "2")
                .containsEntry("sugars", "1")
                .containsEntry("milk", "oat");
        assertThat(slots(understand("bank", "send £12.50 to my sister", ANYTHING)))
                .containsEntry("amount", "GBP 12.50")
                .containsEntry("payee", "anna");
        assertThat(slots(understand("bank", "pay Giovanni twenty pounds", ANYTHING)))
                .containsEntry("payee", "Giovanni")
                .containsEntry("amount", "GBP 20.00");
    }

    @Test
    void placesASlotInTheUtterance() {
        String text = "Please send £12.50 to Giovanni";

        List<SlotMatch> matches =
                understand("bank", text, ANYTHING).interpretations().get(0).slots();

        assertThat(matches)
                .extracting(match -> text.substring(match.start(), match.end()))
                .containsExactly("£12.50", "Giovanni");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bank|pay-someone|amount|twenty|GBP 20.00",
                "bank|pay-someone|amount|make it four fifty please|GBP 450.00",
                "bank|pay-someone|amount|um 300 euros|EUR 300.00",
                "bank|pay-someone|payee|to Giovanni please|Giovanni",
                "bank|pay-someone|payee|my sister|anna",
                "bank|pay-someone|payee|anna|anna",
                "bank|pay-someone|payee|anna please|anna",
                "bank|pay-someone|payee|bob|bob",
                "coffee|order|size|a big one|large",
                "coffee|order|size|EXTRA LARGE|extra large",
                "coffee|order|shots|just two thanks|2",
                "coffee|order|drink|capuccino|cappuccino",
                "helpdesk|ticket-state|ticket|it's 4711|4711",
            })
    void readsTheAnswerToAQuestion(String bot, String intent, String slot, String text, String value) {
        Expectation asked = new Expectation.Slot(new IntentName(intent), new SlotName(slot));

        assertThat(understand(bot, text, asked).expected())
                .singleElement()
                .satisfies(match -> assertThat(match.resolved().get(0).reveal()).isEqualTo(value));
    }

    @Test
    void leavesAnAnswerOutThatIsAnotherWish() {
        Expectation asked = new Expectation.Slot(new IntentName("pay-someone"), new SlotName("payee"));

        Understanding understanding = understand("bank", "block my card", asked);

        assertThat(understanding.expected()).isEmpty();
        assertThat(understanding.best()).isPresent();
    }

    @Test
    void asksAboutAnAnswerThatNamesTwoValues() {
        Expectation asked = new Expectation.Slot(new IntentName("order"), new SlotName("size"));

        assertThat(understand("coffee", "small or large", asked).expected())
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.interpreted()).isEmpty();
                    assertThat(match.resolved()).extracting(SlotValue::reveal).containsExactly("small", "large");
                });
        assertThat(understand("coffee", "small, no, make it large", asked).expected())
                .singleElement()
                .satisfies(match -> assertThat(match.resolved().get(0).reveal()).isEqualTo("large"));
    }

    @ParameterizedTest
    @CsvSource({
        "yeah go ahead,YES",
        "no don't,NO",
        "nope,NO",
        "yes please,YES",
        "cancel that,UNCLEAR",
        "yes and no,UNCLEAR",
        "what is my balance,UNCLEAR"
    })
    void readsYesAndNo(String text, Answer answer) {
        Expectation asked = new Expectation.Confirmation(new IntentName("pay-someone"));

        assertThat(understand("bank", text, asked).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "yes", "yes please", "no thanks", "that's right"})
    void takesABareYesOrNoToAQuestionForNothingElse(String text) {
        IntentName pay = new IntentName("pay-someone");
        Expectation confirmation = new Expectation.Confirmation(pay);
        Expectation payee = new Expectation.Slot(pay, new SlotName("payee"));

        assertThat(understand("bank", text, confirmation).accepted()).isZero();
        assertThat(understand("bank", text, payee).accepted()).isZero();
    }

    @Test
    void findsTheWishAmongSeveralSentences() {
        String text = "Hello there. I hope that you are having a lovely day in this heat. I lost my card.";

        assertThat(understand("bank", text, ANYTHING).best())
                .hasValueSatisfying(best -> assertThat(best.intent().value()).isEqualTo("block-card"));
    }

    @Test
    void ranksFromTheLikeliestDown() {
        Understanding understanding = understand("bank", "how much did I pay for my card", ANYTHING);

        assertThat(understanding.interpretations())
                .hasSizeLessThanOrEqualTo(5)
                .isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
        assertThat(understanding.accepted()).isEqualTo((int) understanding.interpretations().stream()
                .filter(one -> one.confidence() >= 0.4)
                .count());
    }

    @Test
    void trainsTheSameModelTwice() {
        assertThat(engine().train(bot("helpdesk"))).isEqualTo(model("helpdesk"));
    }

    @Test
    void refusesAModelOfAnotherTrainingSet() {
        assertThatThrownBy(() -> engine().load(model("bank"), bot("coffee"))).isInstanceOf(CorruptModelException.class);
    }

    @Test
    void refusesAModelThatIsCutOffAnywhere() {
        byte[] model = model("helpdesk");
        Random random = new Random(7);

        for (int length = 0; length < model.length; length += 1 + random.nextInt(Math.max(1, model.length / 500))) {
            byte[] cut = Arrays.copyOf(model, length);
            assertThatThrownBy(() -> engine().load(cut, bot("helpdesk"))).isInstanceOf(CorruptModelException.class);
        }
    }

    @Test
    void refusesAModelWithAFlippedBit() {
        Random random = new Random(8);

        for (int i = 0; i < 500; i++) {
            byte[] damaged = model("helpdesk").clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> engine().load(damaged, bot("helpdesk"))).isInstanceOf(CorruptModelException.class);
        }
    }

    @Test
    void answersAlikeOnManyThreads() throws Exception {
        List<String> texts = List.of(
                "pay bob ten pounds", "what time do you close", "I think I lost my card", "sdfkj", "a human please");
        List<Understanding> alone =
                texts.stream().map(text -> understand("bank", text, ANYTHING)).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<Understanding>>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(() -> texts.stream()
                        .map(text -> understand("bank", text, ANYTHING))
                        .toList());
            }
            for (Future<List<Understanding>> call : pool.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void servesAnIntentWithoutExamples() {
        TrainingSet set = new TrainingSet(
                Locale.UK,
                List.of(new TrainingSet.Intent(new IntentName("only-by-hook"), List.of(), Map.of())),
                List.of(),
                0.4);

        Understanding understanding = engine().load(engine().train(set), set)
                .understand(Heard.typed(new Utterance("anything")), ANYTHING, Moment.EXAMPLE);

        assertThat(understanding.interpretations()).isEmpty();
    }

    @Test
    void neverFailsForAnythingThatCanBeTyped() {
        Random random = new Random(9);
        String alphabet = "aB é1,.-£$€'\"{}[]()\u0000\u202e\u0301\uD83D\uDE00\uD83D漢字كتاب\n\t½?!twenty pay to 5";
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (String slot : List.of("payee", "amount")) {
                Expectation asked = new Expectation.Slot(new IntentName("pay-someone"), new SlotName(slot));
                assertThat(understand("bank", text.toString(), asked)).isNotNull();
            }
        }
    }
}
