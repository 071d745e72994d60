package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Limit;
import dev.sotto.nlu.SlotTypeName;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | GBP 20.00   | £20",
                "en-GB | GBP 20.5    | £20.50",
                "en-GB | GBP 0.07    | £0.07",
                "en-GB | GBP 1234.00 | £1,234",
                "en-GB | GBP -20.00  | -£20",
                "en-US | USD 3.00    | $3",
                "en-GB | EUR 20.00   | €20",
                "de-DE | EUR 20.50   | 20,50 €",
                "en-GB | JPY 500.00  | ¥500",
                "en-GB | ZZZ 20.00   | ZZZ 20.00",
                "en-GB | twenty      | twenty",
            })
    void saysMoneyAsPeopleWriteIt(String locale, String value, String said) {
        String spoken = Amounts.spoken(value, Amounts.MONEY, Locale.forLanguageTag(locale));

        assertThat(spoken.replace("JP¥", "¥")).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "size"})
    void saysAnythingElseAsItIs(String type) {
        assertThat(Amounts.spoken("GBP 20.00", new SlotTypeName(type), Locale.UK))
                .isEqualTo("GBP 20.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "1e9",
                "0x1",
                "1,000",
                " 1",
                "1 2",
                "٣",
                "GBP",
                "GBP ",
                "--1",
                "1.2.3",
                "NaN",
                "11111111111111111111111111111111111111111"
            })
    void readsNothingElseAsAnAmount(String value) {
        assertThat(Amounts.read(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "500,        ,    true",
        "500.00,     ,    true",
        "500.01,     ,    false",
        "-15.245,    ,    true",
        "GBP 500.00, GBP, true",
        "GBP 500.01, GBP, false",
        "EUR 1.00,   GBP, false",
        "1,          GBP, false",
        "lots,       ,    false",
    })
    void keepsToALimitOnlyAsAnAmountOfItsCurrency(String value, String currency, boolean within) {
        Limit limit = new Limit(
                Limit.Operator.AT_MOST, new BigDecimal("500"), Optional.ofNullable(currency), Bots.message("No."));

        assertThat(Amounts.within(value, limit)).isEqualTo(within);
    }
}
