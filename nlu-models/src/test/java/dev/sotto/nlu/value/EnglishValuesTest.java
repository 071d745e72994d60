package dev.sotto.nlu.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.testing.Reading;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Said on Tuesday, 24 November 2026, at 14:20. */
class EnglishValuesTest {

    private final Reading british = Reading.in(Locale.UK);
    private final Reading american = Reading.in(Locale.US);
    private final Reading english = Reading.in(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "first,1",
        "the,-",
        "twenty second,22",
        "twenty-second,22",
        "3rd,3",
        "101st,101",
        "hundredth,100",
        "two hundred and first,201",
        "thirtieth,30",
        "ninety ninth,99",
        "three thousandth,3000",
        "five,-"
    })
    void readsOrdinals(String text, String value) {
        assertThat(british.volunteered("ordinal", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "fifty percent,50%",
        "50%,50%",
        "12.5 %,12.5%",
        "a hundred per cent,100%",
        "two and a half percent,2.5%",
        "minus three percent,-3%",
        "percent,-",
        "fifty,-"
    })
    void readsPercentages(String text, String value) {
        assertThat(british.volunteered("percentage", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "fifty,50",
        "point forty two,0.42",
        "fifteen hundred,1500",
        "twenty twenty six,2026",
        "double oh seven,7",
        "seven double five,755",
        "triple nine,999",
        "a thousand two hundred,1200",
        "two million and one,2000001"
    })
    void readsNumbersAsSpoken(String text, String value) {
        assertThat(british.asked("number", text)).isEqualTo(value);
        assertThat(british.asked("percentage", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"five fifteen,USD 515.00", "3 dimes,USD 0.30", "three dollars,USD 3.00", "5 bucks 20,USD 5.20"})
    void readsMoneyAsLexDoes(String text, String value) {
        assertThat(american.asked("money", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "five hours and ten minutes,PT5H10M",
        "an hour and a half,PT1H30M",
        "two weeks,P2W",
        "a fortnight,P2W",
        "two and a half hours,PT2H30M",
        "half an hour,PT30M",
        "a quarter of an hour,PT15M",
        "90 minutes,PT90M",
        "1.5 hours,PT1H30M",
        "a week and two days,P9D",
        "one year and six months,P1Y6M",
        "half a year,P6M",
        "5h 10m,PT5H10M",
        "PT5H10M,PT5H10M",
        "P1Y2M10DT2H30M,P1Y2M10DT2H30M",
        "thirty seconds,PT30S",
        "a day,P1D",
        "three quarters of an hour,PT45M",
        "a couple of days,P2D",
        "1 hour 5 minutes and 2 seconds,PT1H5M2S",
        "five,-",
        "10m,PT10M",
        "half a day,PT12H",
        "eighteen months,P18M",
        "two days,P2D",
        "pt,-"
    })
    void readsDurations(String text, String value) {
        assertThat(british.volunteered("duration", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "today,2026-11-24",
        "tomorrow,2026-11-25",
        "the day after tomorrow,2026-11-26",
        "yesterday,2026-11-23",
        "friday,2026-11-27",
        "this Friday,2026-11-27",
        "Tuesday,2026-11-24",
        "last Friday,2026-11-20",
        "next Monday,2026-11-30",
        "next Friday,2026-11-27 / 2026-12-04",
        "friday week,2026-12-04",
        "in two weeks,2026-12-08",
        "in three days' time,2026-11-27",
        "a week from now,2026-12-01",
        "in a month,2026-12-24",
        "two weeks ago,2026-11-10",
        "next month,2026-12-31",
        "this month,2026-11-01",
        "last month,2026-10-01",
        "next week,2026-12-06",
        "next year,2027-12-31",
        "last year,2025-01-01",
        "the end of the month,2026-11-30",
        "the 3rd,2026-12-03",
        "the twenty fourth,2026-11-24",
        "Friday the 4th,2026-12-04",
        "22nd November 2026,2026-11-22",
        "22 November,2027-11-22",
        "November 30th,2026-11-30",
        "the third of March,2027-03-03",
        "november twenty second twenty twenty six,2026-11-22",
        "november twenty two twenty twenty six,2026-11-22",
        "the fifth of may nineteen eighty four,1984-05-05",
        "January 2027,2027-01-31",
        "Friday 27 November 2026,2026-11-27",
        "2026-11-22,2026-11-22",
        "22/11/2026,2026-11-22",
        "22.11.2026,2026-11-22",
        "3/4/85,1985-04-03",
        "31/12,2026-12-31",
        "30 February 2026,-",
        "the 3rd of next month,2026-12-03",
        "Christmas,2026-12-25",
        "new year's eve,2026-12-31",
        "Wednesday the 2nd of December,2026-12-02",
        "29 February,2028-02-29",
        "may,-",
        "12/31/2026,2026-12-31"
    })
    void readsDates(String text, String value) {
        assertThat(british.volunteered("date", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "the,-",
        "december,2026-12-31",
        "november,2026-11-01",
        "3rd,2026-12-03",
        "twenty seven,2026-11-27",
        "2027,2027-12-31"
    })
    void readsShorterDatesAsAnswers(String text, String value) {
        assertThat(british.asked("date", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"3/4/2026,2026-03-04,2026-04-03", "11/22/2026,2026-11-22,2026-11-22", "12/1,2026-12-01,2027-01-12"})
    void readsDatesInDigitsAsTheCountryWritesThem(String text, String inAmerica, String inBritain) {
        assertThat(american.volunteered("date", text)).isEqualTo(inAmerica);
        assertThat(british.volunteered("date", text)).isEqualTo(inBritain);
    }

    @ParameterizedTest
    @CsvSource({"3/4/2026,2026-04-03 / 2026-03-04", "22/11/2026,2026-11-22"})
    void returnsBothDatesWhereNoCountryDecides(String text, String value) {
        assertThat(english.volunteered("date", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "half past six in the evening,18:30",
        "quarter to nine,08:45 / 20:45",
        "noon,12:00",
        "midnight,00:00",
        "17:30,17:30",
        "5 pm,17:00",
        "5pm,17:00",
        "5:30 p.m.,17:30",
        "12 am,00:00",
        "12 pm,12:00",
        "07:15,07:15",
        "half past twelve,12:30 / 00:30",
        "ten past five,05:10 / 17:10",
        "twenty minutes to six,05:40 / 17:40",
        "six o'clock,06:00 / 18:00",
        "four fifty pm,16:50",
        "nine at night,21:00",
        "two at night,02:00",
        "seven tomorrow morning,07:00",
        "tonight at eight,20:00",
        "in ten minutes,14:30",
        "in half an hour,14:50",
        "5:30,05:30 / 17:30",
        "quarter to one,12:45 / 00:45",
        "17:30 in the evening,17:30",
        "six,-",
        "four fifty,-",
        "seventeen hundred hours,17:00",
        "eight oh five am,08:05",
        "25:00,-"
    })
    void readsTimes(String text, String value) {
        assertThat(british.volunteered("time", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "six,06:00 / 18:00",
        "four fifty,04:50 / 16:50",
        "half six,06:30 / 18:30",
        "1730,17:30",
        "eighteen,18:00",
        "eight oh five,08:05 / 20:05",
        "twelve,12:00 / 00:00"
    })
    void readsShorterTimesAsAnswers(String text, String value) {
        assertThat(british.asked("time", text)).isEqualTo(value);
    }
}
