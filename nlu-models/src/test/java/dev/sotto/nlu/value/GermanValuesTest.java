package dev.sotto.nlu.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.testing.Reading;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A language is its resources. Said on Tuesday, 24 November 2026, at 14:20. */
class GermanValuesTest {

    private final Reading german = Reading.in(Locale.GERMANY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number|einundzwanzig|21",
                "number|ein und zwanzig|21",
                "number|zweitausendfünfhundert|2500",
                "number|neunzehnhundertvierundachtzig|1984",
                "number|zweitausendsechsundzwanzig|2026",
                "number|hundertdrei|103",
                "number|eine Million zweihunderttausend|1200000",
                "number|eins Komma fünf|1.5",
                "number|minus drei|-3",
                "number|1.234,5|1234.5",
                "number|zweieinhalb|2.5",
                "number|eine|1",
                "ordinal|dritter|3",
                "ordinal|einundzwanzigsten|21",
                "ordinal|3.|3",
                "percentage|fünfzig Prozent|50%",
                "percentage|12,5 %|12.5%",
                "money|zwanzig Euro|EUR 20.00",
                "money|vier Euro fünfzig|EUR 4.50",
                "money|4,50 €|EUR 4.50",
                "money|fünfzig Cent|EUR 0.50",
                "date|heute|2026-11-24",
                "date|übermorgen|2026-11-26",
                "date|am|-",
                "date|der dritte Dezember|2026-12-03",
                "date|3. Dezember 2026|2026-12-03",
                "date|22.11.2027|2027-11-22",
                "date|22.12.|2026-12-22",
                "date|nächsten Montag|2026-11-30",
                "date|Freitag|2026-11-27",
                "date|in zwei Wochen|2026-12-08",
                "date|nächsten Monat|2026-12-31",
                "date|Freitag, den 27. November|2026-11-27",
                "date|dritter Fünfter zweitausendsiebenundzwanzig|2027-05-03",
                "time|halb sieben|06:30 / 18:30",
                "time|halb sieben abends|18:30",
                "time|Viertel nach acht|08:15 / 20:15",
                "time|Viertel vor neun am Abend|20:45",
                "time|fünf vor halb acht|07:25 / 19:25",
                "time|achtzehn Uhr dreißig|18:30",
                "time|17:30 Uhr|17:30",
                "time|9:00|09:00",
                "time|sechs Uhr|06:00",
                "time|sechs Uhr abends|18:00",
                "time|ein Uhr|01:00",
                "time|mittags|12:00",
                "duration|anderthalb Stunden|PT1H30M",
                "duration|zwei Wochen|P2W",
                "duration|eine Viertelstunde|PT15M",
                "duration|eine halbe Stunde|PT30M",
                "duration|eine Stunde und zehn Minuten|PT1H10M",
                "duration|zweieinhalb Stunden|PT2H30M",
                "yes-no|ja bitte|Yes",
                "yes-no|nein danke|No",
                "yes-no|vielleicht|-"
            })
    void readsValuesByResourcesAlone(String type, String text, String value) {
        assertThat(german.asked(type, text)).isEqualTo(value);
    }
}
