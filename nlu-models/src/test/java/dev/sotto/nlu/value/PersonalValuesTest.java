package dev.sotto.nlu.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.testing.Reading;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalValuesTest {

    private final Reading british = Reading.in(Locale.UK);

    @ParameterizedTest
    @CsvSource({
        "020 7946 0958,02079460958",
        "+44 20 7946 0958,+442079460958",
        "(555) 123-4567,5551234567",
        "oh two oh seven nine four six oh nine five eight,02079460958",
        "seven double five triple one two,7551112",
        "plus four four seven seven double oh nine hundred one two three,+447700900123",
        "555.123.4567,5551234567",
        "oh eight hundred one two three four five six,0800123456",
        "12345,-",
        "twenty pounds,-"
    })
    void readsPhoneNumbers(String text, String value) {
        assertThat(british.volunteered("phone", text)).isEqualTo(value);
    }

    @Test
    void readsAShortPhoneNumberAsAnAnswer() {
        assertThat(british.asked("phone", "nine nine nine")).isEqualTo("999");
    }

    @ParameterizedTest
    @CsvSource({
        "john.smith@example.com,john.smith@example.com",
        "John_Smith+x@Example.co.uk,John_Smith+x@Example.co.uk",
        "john dot smith at example dot com,john.smith@example.com",
        "john underscore smith at example dot co dot uk," + "john_smith@example.co.uk",
        "j dash smith forty two at example dot com,j-smith42@example.com",
        "j o h n at example dot com,john@example.com",
        "a as in alpha b at example dot com,ab@example.com",
        "john full stop smith at sign example dot com,john.smith@example.com",
        "john at example,-",
        "at example dot com,-",
        "john smith at example dot com,-",
        "b as in bravo double o at x dot org,boo@x.org"
    })
    void readsAddresses(String text, String value) {
        assertThat(british.volunteered("email", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "AB12 3CD,AB123CD",
        "b as in bravo four two,b42",
        "b for bravo 4 2,b42",
        "double o seven,007",
        "capital b 7,B7",
        "a b c one two three,abc123",
        "bravo charlie ninety nine,bc99",
        "x 9 z,x9z",
        "abc123,abc123",
        "ABC,ABC",
        "lower case b nine,b9",
        "double b 7,bb7",
        "double u 2,w2",
        "hello there,-",
        "hello,hello",
        "fourteen,14"
    })
    void readsCodes(String text, String value) {
        assertThat(british.asked("alphanumeric", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "M1 1AE,M1 1AE",
        "m60 1nw,M60 1NW",
        "CR2 6XH,CR2 6XH",
        "dn55 1pt,DN55 1PT",
        "w1a 1hq,W1A 1HQ",
        "EC1A 1BB,EC1A 1BB",
        "s w one a two double a,SW1A 2AA",
        "d n ninety nine one p t,DN99 1PT",
        "sw1a2aa,SW1A 2AA",
        "m as in mike one one a e,M1 1AE",
        "SW1A,-",
        "12345,-",
        "ABC 123,-"
    })
    void readsPostcodes(String text, String value) {
        assertThat(british.volunteered("uk-postcode", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"a n n a,Anna", "b as in bravo o b,Bob", "Anna,-", "j as in juliet double o s t,Joost"})
    void readsNamesThatAreSpelled(String text, String value) {
        assertThat(british.asked("first-name", text)).isEqualTo(value);
        assertThat(british.volunteered("first-name", text)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({
        "yes please,Yes",
        "nope,No",
        "maybe,Maybe",
        "I don't know,Don't know",
        "not sure,Don't know",
        "Rome,-",
        "yes and no,-"
    })
    void readsConfirmation(String text, String value) {
        assertThat(british.asked("confirmation", text)).isEqualTo(value);
    }

    @Test
    void takesFreeTextWholeAndOnlyAsAnAnswer() {
        assertThat(british.asked("free-text", "Well, it 'just' broke!")).isEqualTo("Well, it 'just' broke!");
        assertThat(british.volunteered("free-text", "It broke")).isEqualTo("-");
    }
}
