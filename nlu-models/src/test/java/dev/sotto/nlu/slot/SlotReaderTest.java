package dev.sotto.nlu.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.testing.Bots;
import dev.sotto.nlu.testing.TestBot;
import dev.sotto.nlu.text.RandomText;
import dev.sotto.nlu.text.Words;
import dev.sotto.sensitive.SlotValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotReaderTest {

    private static final TrainingSet TRAVEL = TestBot.in(Locale.UK)
            .intent(
                    "travel",
                    "from:city to:city people:number",
                    "go from {from} to {to}",
                    "a ticket to {to} from {from}",
                    "travel to {to} for {people} people",
                    "{from} to {to} with {people} passengers")
            .type("city", "London", "Bath", "York", "New York = big apple", "Berlin")
            .build();

    private static String read(TrainingSet set, String intent, String text) {
        return new SlotReader(set, SlotTagger.none())
                .read(Words.of(text), new IntentName(intent), Moment.EXAMPLE).stream()
                        .map(match ->
                                match.slot() + "=" + match.resolved().get(0).reveal())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    private static Optional<SlotMatch> asked(TrainingSet set, String intent, String slot, String text) {
        return new SlotReader(set, SlotTagger.none())
                .readAsked(Words.of(text), new IntentName(intent), new SlotName(slot), Moment.EXAMPLE).stream()
                        .findFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from london to berlin|from=London to=Berlin",
                "to berlin from london|from=London to=Berlin",
                "I would like to go to Bath|to=Bath",
                "I'd like to start from York please|from=York",
                "a ticket from New York to York|from=New York to=York",
                "london to bath with two passengers|from=London people=2 to=Bath",
                "to the big apple for 3 people|people=3 to=New York",
                "berlin london|from=Berlin to=London",
            })
    void tellsSlotsOfOneTypeApartByTheWordsAroundThem(String text, String slots) {
        assertThat(read(TRAVEL, "travel", text)).isEqualTo(slots);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "send £12 to Giovanni Rossi please|amount=GBP 12.00 payee=Giovanni Rossi",
                "pay my sister|payee=anna",
                "send Marta 20 euros|amount=EUR 20.00 payee=Marta",
                "transfer 50 to Bob|amount=GBP 50.00 payee=bob",
                "I want to pay someone|",
                "send money to somebody please|",
                "make a payment|",
                "pay twenty pounds to the gas company, thanks|amount=GBP 20.00 payee=the gas company",
            })
    void findsOpenValuesByTheWordsThatCarryThem(String text, String slots) {
        assertThat(read(Bots.bank(), "pay-someone", text)).isEqualTo(slots == null ? "" : slots);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a large flat white|drink=flat white size=large",
                "an extra large latte|drink=latte size=extra large",
                "two large lattes|drink=latte size=large",
                "a latte with 3 shots and two sugars|drink=latte shots=3 sugars=2",
                "a capuccino|drink=cappuccino",
                "FLAT-WHITES with soya|drink=flat white milk=soy",
            })
    void matchesListsWhateverTheFormOfTheWords(String text, String slots) {
        assertThat(read(Bots.coffee(), "order", text)).isEqualTo(slots);
    }

    @Test
    void takesThePossessiveFromAName() {
        assertThat(read(Bots.helpdesk(), "salary", "show me the salary of Maria's boss"))
                .contains("employee=Maria");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what is John's salary|employee=John",
                "could you look up anna's pay|employee=anna",
                "Anna Schmidt's salary, please|employee=Anna Schmidt",
                "that's the salary|",
            })
    void findsTheOwnerOfWhatTheAuthorSpeaksOf(String text, String slots) {
        assertThat(read(Bots.helpdesk(), "salary", text)).isEqualTo(slots == null ? "" : slots);
    }

    @Test
    void readsAPartOfAListedValueAsAnAnswer() {
        TrainingSet set = TestBot.in(Locale.UK)
                .intent("order", "sugar:sugar", "with {sugar}")
                .type("sugar", "no sugar", "one sugar", "two sugars")
                .build();

        assertThat(resolved(asked(set, "order", "sugar", "two"))).containsExactly("two sugars");
        assertThat(resolved(asked(set, "order", "sugar", "just 1 please"))).containsExactly("one sugar");
        assertThat(resolved(asked(set, "order", "sugar", "none"))).containsExactly("no sugar");
        assertThat(asked(set, "order", "sugar", "sugar")).isEmpty();
    }

    @Test
    void takesWhatRemainsAsAnOpenAnswer() {
        assertThat(resolved(asked(Bots.bank(), "pay-someone", "payee", "it's for Joe Bloggs, please")))
                .containsExactly("Joe Bloggs");
        assertThat(asked(Bots.bank(), "pay-someone", "payee", "someone")).isEmpty();
        assertThat(asked(Bots.bank(), "pay-someone", "payee", "please")).isEmpty();
    }

    private static List<String> resolved(Optional<SlotMatch> match) {
        return match.orElseThrow().resolved().stream().map(SlotValue::reveal).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "toppings|cheese, ham and olives|cheese ham olives",
                "toppings|cheese|cheese",
                "toppings|ham as well as fresh cheese please|ham cheese",
                "toppings|cheese, no, ham|ham",
                "toppings|nothing at all|",
                "guests|Anna, Bob and the Miller family|Anna;Bob;Miller family",
                "guests|just Anna please|Anna",
                "hours|at six pm, 7 pm and noon|18:00 19:00 12:00"
            })
    void readsSeveralValuesWhereASlotTakesThem(String slot, String text, String values) {
        List<String> read = new SlotReader(severalOf("pizza", "toppings", "guests", "hours"), SlotTagger.none())
                .readAsked(Words.of(text), new IntentName("pizza"), new SlotName(slot), Moment.EXAMPLE).stream()
                        .map(match -> match.resolved().get(0).reveal())
                        .toList();

        assertThat(String.join(slot.equals("guests") ? ";" : " ", read)).isEqualTo(values == null ? "" : values);
    }

    @Test
    void readsSeveralVolunteeredValuesWhereASlotTakesThem() {
        List<SlotMatch> read = new SlotReader(severalOf("pizza", "toppings"), SlotTagger.none())
                .read(Words.of("a pizza with ham, cheese and olives"), new IntentName("pizza"), Moment.EXAMPLE);

        assertThat(read)
                .allSatisfy(match -> assertThat(match.slot().value()).isEqualTo("toppings"))
                .extracting(match -> match.resolved().get(0).reveal())
                .containsExactly("ham", "cheese", "olives");
        assertThat(new SlotReader(severalOf("pizza"), SlotTagger.none())
                        .read(Words.of("a pizza with ham, cheese and olives"), new IntentName("pizza"), Moment.EXAMPLE))
                .hasSize(1);
    }

    private static TrainingSet severalOf(String intent, String... slots) {
        TrainingSet one = TestBot.in(Locale.UK)
                .intent(intent, "toppings:topping guests:person hours:time", "a pizza with {toppings}")
                .type("topping", "cheese = fresh cheese", "ham", "olives")
                .openType("person")
                .build();
        List<TrainingSet.Intent> intents = one.intents().stream()
                .map(i -> new TrainingSet.Intent(
                        i.name(),
                        i.examples(),
                        i.slots(),
                        Stream.of(slots).map(SlotName::new).collect(Collectors.toSet())))
                .toList();
        return new TrainingSet(one.locale(), intents, one.types(), one.threshold());
    }

    @Test
    void givesMatchesInOrderWithoutOverlapsForAnyText() {
        SlotReader reader = new SlotReader(Bots.coffee(), SlotTagger.none());
        Random random = new Random(4);
        List<String> pieces = List.of("large", "latte", "two", "shots", "sugar", "with", "oat", "extra", ",", "flat");
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder(RandomText.of(random, 10));
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(' ').append(pieces.get(random.nextInt(pieces.size())));
            }
            int end = 0;
            for (SlotMatch match : reader.read(Words.of(text.toString()), new IntentName("order"), Moment.EXAMPLE)) {
                assertThat(match.start()).isGreaterThanOrEqualTo(end);
                assertThat(match.end()).isLessThanOrEqualTo(text.length());
                end = match.end();
            }
        }
    }
}
