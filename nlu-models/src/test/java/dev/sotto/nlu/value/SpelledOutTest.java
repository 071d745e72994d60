package dev.sotto.nlu.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import dev.sotto.nlu.testing.Reading;
import dev.sotto.nlu.text.RandomText;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ICU spells out is read back. */
class SpelledOutTest {

    private static final int ROUNDS = 400;

    private final Random random = new Random(20261124);

    private record Speller(Locale locale, RuleBasedNumberFormat format) {

        static Speller of(String tag) {
            Locale locale = Locale.forLanguageTag(tag);
            return new Speller(locale, new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT));
        }

        String spell(long number, String rule) {
            return format.format(number, rule).replace("\u00ad", "");
        }

        /** The name of the rules for ordinals differs from language to language. */
        String ordinal(long number) {
            return spell(number, locale.getLanguage().equals("de") ? "%spellout-ordinal-n" : "%spellout-ordinal");
        }
    }

    private long anyNumber() {
        return (long) Math.pow(10, random.nextDouble() * 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void readsNumbers(String tag) {
        Speller speller = Speller.of(tag);
        Reading reading = Reading.in(speller.locale());
        for (int round = 0; round < ROUNDS; round++) {
            long number = round < 130 ? round : anyNumber();
            String text = speller.spell(number, "%spellout-cardinal" + (tag.startsWith("de") ? "-neuter" : ""));

            assertThat(reading.asked("number", text)).as(text).isEqualTo(Long.toString(number));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void readsOrdinals(String tag) {
        Speller speller = Speller.of(tag);
        Reading reading = Reading.in(speller.locale());
        for (int round = 1; round < ROUNDS; round++) {
            long number = round < 130 ? round : anyNumber() % 900_000 + 1;
            String text = speller.ordinal(number);

            assertThat(reading.volunteered("ordinal", text)).as(text).isEqualTo(Long.toString(number));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void readsYears(String tag) {
        Speller speller = Speller.of(tag);
        Reading reading = Reading.in(speller.locale());
        for (int year = 1100; year < 2100; year++) {
            String text = speller.spell(year, "%spellout-numbering-year");

            assertThat(reading.asked("number", text)).as(text).isEqualTo(Integer.toString(year));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void readsDates(String tag) {
        Speller speller = Speller.of(tag);
        Reading reading = Reading.in(speller.locale());
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate date = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
            String month = date.getMonth().getDisplayName(TextStyle.FULL, speller.locale());
            String day = speller.ordinal(date.getDayOfMonth());
            String year = speller.spell(date.getYear(), "%spellout-numbering-year");
            String text = day + " " + month + " " + year;

            assertThat(reading.volunteered("date", text)).as(text).isEqualTo(date.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void readsTimes(String tag) {
        Speller speller = Speller.of(tag);
        Reading reading = Reading.in(speller.locale());
        boolean german = tag.startsWith("de");
        for (int minute = 0; minute < 24 * 60; minute++) {
            LocalTime time = LocalTime.MIN.plusMinutes(minute);
            int hour = german ? time.getHour() : (time.getHour() + 11) % 12 + 1;
            String spelt = speller.spell(hour, "%spellout-numbering");
            String minutes = speller.spell(time.getMinute(), "%spellout-numbering");
            String text = german
                    ? spelt + " Uhr " + minutes
                    : spelt
                            + (time.getMinute() == 0 ? "" : (time.getMinute() < 10 ? " oh " : " ") + minutes)
                            + (time.getHour() < 12 ? " am" : " pm");

            assertThat(reading.volunteered("time", text)).as(text).isEqualTo(time.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE", "en-US", "fr-FR", "ar"})
    void failsForNoText(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        Reading reading = Reading.in(locale);
        for (int round = 0; round < ROUNDS; round++) {
            Words words = Words.of(nonsense());
            for (String type : types()) {
                for (int at = 0; at < words.size(); at++) {
                    for (Occasion occasion : Occasion.values()) {
                        int from = at;
                        reading.at(type, words, at, occasion)
                                .ifPresent(value -> assertThat(value.from()).isEqualTo(from));
                    }
                }
            }
        }
    }

    private static List<String> types() {
        return BuiltInTypes.names().stream()
                .filter(type -> BuiltInTypes.parser(type, Locale.UK).isPresent())
                .map(type -> type.value())
                .toList();
    }

    private String nonsense() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            String word = SCRAPS.get(random.nextInt(SCRAPS.size()));
            text.append(random.nextInt(20) == 0 ? RandomText.of(random, 5) : word)
                    .append(random.nextInt(5) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static final List<String> SCRAPS = List.of(
            ("the of and a in half past quarter to twenty second third 31 30/2 2026 99999999999999999 -1 1/0 0/0 P PT "
                            + "P1M . , : / - ' ’ % @ dot at double oh o b as for like bravo capital + ( ) january may 31st "
                            + "feb weekday friday next last week month year ago hundred thousand million point minus 24:00 "
                            + "99:99 1.1.1 0.0. 29.2. ein und zwanzig halb uhr komma einundzwanzig million trillion dozen sw1a 2aa "
                            + "100000000000000000000 pm a.m. tonight yes no maybe € 5k ½ ٣ 五 é \ud83d\ude00")
                    .split(" "));
}
