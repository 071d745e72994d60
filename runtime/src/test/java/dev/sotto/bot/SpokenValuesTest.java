package dev.sotto.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.SlotTypeName;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpokenValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date     | 2027-05-03 | en-GB | 3 May 2027
            date     | 2027-05-03 | en-US | May 3, 2027
            date     | 2027-05-03 | de-DE | 3. Mai 2027
            date     | some day   | en-GB | some day
            time     | 18:30      | en-GB | 18:30
            time     | 18:30      | en-US | 6:30 PM
            time     | 18:30      | de-DE | 18:30
            duration | PT1H30M    | en-GB | 1 hour and 30 minutes
            duration | P1Y2M3D    | en-GB | 1 year, 2 months and 3 days
            duration | P2W        | de-DE | 2 Wochen
            duration | P2W        | fr-FR | P2W
            money    | GBP 20.00  | en-GB | GBP 20.00
            number   | 2027-05-03 | en-GB | 2027-05-03
            """)
    void saysValuesInTheWordsOfTheLocale(String type, String value, String locale, String said) {
        assertThat(SpokenValues.of(value, new SlotTypeName(type), Locale.forLanguageTag(locale)))
                .isEqualTo(said);
    }
}
