package dev.sotto.speech.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {

    private static final Normaliser AMERICAN = Normaliser.forLocale(Locale.US).orElseThrow();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            $5 | five dollars
            $42.50 | forty two dollars and fifty cents
            $1.01 | one dollar and one cent
            $0.99 | ninety nine cents
            $1,250,000 | one million two hundred fifty thousand dollars
            $1.5 million | one point five million dollars
            $3bn | three billion dollars
            -$20 | minus twenty dollars
            \u20ac12.30 | twelve euros and thirty cents
            12,30 \u20ac | twelve, thirty euros
            15 \u20ac | fifteen euros
            \u00a31.01 | one pound and one penny
            EUR 20 | twenty euros
            20 USD | twenty dollars
            \u00a5500 | five hundred yen
            50% | fifty percent
            3.14 | three point one four
            -5 | minus five
            1,234,567 | one million two hundred thirty four thousand five hundred sixty seven
            0.5 | zero point five
            """)
    void readsSumsAndNumbers(String written, String words) {
        assertThat(AMERICAN.words(written)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10:30 | ten thirty
            17:05 | seventeen oh five
            9am | nine A M
            9 a.m. | nine A M
            5:05 p.m. | five oh five P M
            at 3 p.m. or 4pm | at three P M or four P M
            10:00 | ten o'clock
            12/05/2026 | December fifth, twenty twenty six
            25/12/2026 | December twenty fifth, twenty twenty six
            1/2/99 | January second, nineteen ninety nine
            2026-12-05 | December fifth, twenty twenty six
            2026-12-05T14:30:00Z | December fifth, twenty twenty six, at fourteen thirty
            5.12.2026 | December fifth, twenty twenty six
            May 3rd, 2026 | May third, twenty twenty six
            on Jan. 5 we | on January fifth we
            Jan. 5, 2007 | January fifth, two thousand seven
            5 May 2026 | May fifth, twenty twenty six
            the 3rd of June | the June third
            March 2025 | March twenty twenty five
            in 1905 | in nineteen oh five
            in 2000 | in two thousand
            since 1900 | since nineteen hundred
            the 1990s | the nineteen nineties
            2026-13-45 | two zero two, six, one three, four five
            """)
    void readsDatesAndTimes(String written, String words) {
        assertThat(AMERICAN.words(written)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A7X9-2B | A seven X, nine, two B
            B12 | B twelve
            order 1234 | order one two three, four
            Your PIN is 0420. | Your PIN is zero four two, zero.
            room 1905 | room one nine zero, five
            account number: 12345678 | account number, one two three, four five six, seven eight
            there are 1234 of them | there are one thousand two hundred thirty four of them
            12345678 | one two three, four five six, seven eight
            555-123-4567 | five five five, one two three, four five six seven
            (555) 123-4567 | five five five, one two three, four five six seven
            +44 20 7946 0958 | plus four four, two zero, seven nine four six, zero nine five eight
            555-0199 | five five five, zero one nine nine
            COVID-19 | COVID nineteen
            john.doe@example.com | john dot doe at example dot com
            j_smith+a1@mail.co.uk | J underscore smith plus A one at mail dot C O dot U K
            https://www.example.com/help | W W W dot example dot com slash help
            example.org | example dot org
            192.168.0.1 | one nine two dot one six eight dot zero dot one
            Chapter #5 | Chapter number five
            """)
    void readsCodesAndAddresses(String written, String words) {
        assertThat(AMERICAN.words(written)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            5km | five kilometers
            1 kg | one kilogram
            10kg | ten kilograms
            5 in the morning | five in the morning
            6in | six inches
            72\u00b0F | seventy two degrees Fahrenheit
            -3 \u00b0C | minus three degrees Celsius
            90\u00b0 | ninety degrees
            60 mph | sixty miles per hour
            1.5 GB | one point five gigabytes
            1/2 | one half
            3/4 | three quarters
            2 1/2 cups | two and one half cups
            2\u00bd cups | two and one half cups
            24/7 | twenty four seven
            9-5 | nine to five
            10\u201320 | ten to twenty
            1st | first
            23rd | twenty third
            100th | one hundredth
            112th | one hundred twelfth
            """)
    void readsMeasuresAndParts(String written, String words) {
        assertThat(AMERICAN.words(written)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            isn\u2019t | isn't
            \u201cYes\u201d \u2026 no \u2014 maybe | Yes, no, maybe
            caf\u00e9 na\u00efve stra\u00dfe | cafe naive strasse
            AT&T | AT and T
            fish & chips | fish and chips
            yes/no | yes or no
            and/or | and or
            Press 1 or *. | Press one or star.
            press # now | press pound now
            a = b + c | a equals b plus c
            Dr. Smith | Doctor Smith
            Mr. and Mrs. Jones | Mister and Missus Jones
            this vs. that | this versus that
            Acme Inc. | Acme incorporated
            e.g. tea, i.e. hot | for example, tea, that is, hot
            St. Mary lives at 5 Main St. | Saint Mary lives at five Main Street
            5 ft. 3 in | five feet three in
            No. 7 | number seven
            No. It is late. | No. It is late.
            U.S. dollars | U S dollars
            NASA, IBM and SQL | NASA, IBM and SQL
            Ready? (It is!) | Ready? It is!
            hi \ud83d\ude00 there | hi there
            the dogs' bowl, 'n' more | the dogs bowl, n more
            it's Anna's | it's Anna's
            """)
    void readsSignsAndShortenedWords(String written, String words) {
        assertThat(AMERICAN.words(written)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234 | CARDINAL | | one thousand two hundred thirty four
            7 | ORDINAL | | seventh
            12 | DIGITS | | one two
            5551234567 | TELEPHONE | | five five five, one two three, four five six seven
            12/05/26 | DATE | dmy | May twelfth, twenty twenty six
            12/05 | DATE | md | December fifth
            05-2026 | DATE | my | May twenty twenty six
            20260512 | DATE | ymd | May twelfth, twenty twenty six
            29-02 | DATE | dm | February twenty ninth
            45/45 | DATE | md | forty five slash forty five
            14:30 | TIME | hms24 | fourteen thirty
            1'21" | TIME | | one minute and twenty one seconds
            42.50 | CURRENCY | | forty two dollars and fifty cents
            USD 3 | CURRENCY | | three dollars
            abc12 | CHARACTERS | | A B C, one two
            kg | UNIT | | kilograms
            3/4 | FRACTION | | three quarters
            damn | EXPLETIVE | | ''
            twelve | CARDINAL | | twelve
            """)
    void readsWhatItIsToldThatItIs(String written, Reading reading, String format, String words) {
        assertThat(AMERICAN.words(written, reading, Optional.ofNullable(format)))
                .isEqualTo(words);
    }

    @Test
    void readsTheDayFirstWhereThatIsTheCustom() {
        Normaliser british = Normaliser.forLocale(Locale.UK).orElseThrow();

        assertThat(british.words("12/05/2026")).isEqualTo("May twelfth, twenty twenty six");
        assertThat(british.words("5", Reading.CURRENCY, Optional.empty())).isEqualTo("five pounds");
    }

    @Test
    void hasNothingForOtherLanguages() {
        assertThat(Normaliser.forLocale(Locale.GERMANY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void leavesNothingThatAVoiceCannotRead(long seed) {
        Random random = new Random(seed);
        String[] bits = {
            "$",
            "5",
            "12",
            "0",
            ".",
            ",",
            "-",
            "/",
            ":",
            " ",
            "am",
            "May",
            "a",
            "B",
            "@",
            "x.com",
            "#",
            "\u20ac",
            "%",
            "'",
            "\"",
            "\u00e9",
            "\ud83d\ude00",
            "\ud800",
            "St.",
            "No.",
            "+",
            "(",
            ")",
            "\n",
            "\u0000",
            "1/2",
            "\u00bd",
            "km",
            "th",
            "e.g.",
            "&",
            "99999999999999999999",
            "http://",
            "T",
            "Z",
            "2026-02-30"
        };
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            assertThat(AMERICAN.words(text.toString())).matches("[A-Za-z' ,.?!]*");
        }
    }

    @Test
    void readsLongTextInReasonableTime() {
        for (String bit : new String[] {"1", "a", "1,", "a-1", "1-", "a.", "$", "@", "(1", "1 1/", "www.", "x@y."}) {
            long start = System.nanoTime();
            assertThat(AMERICAN.words(bit.repeat(6_000 / bit.length()))).isNotNull();
            assertThat((System.nanoTime() - start) / 1_000_000).as(bit).isLessThan(2_000);
        }
    }
}
