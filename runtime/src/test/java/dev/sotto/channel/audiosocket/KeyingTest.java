package dev.sotto.channel.audiosocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Listening;
import dev.sotto.sensitive.SlotValue;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyingTest {

    private final Keying keying = new Keying();

    @Test
    void endsAnAnswerWithTheKeyForIt() {
        assertThat(press("12")).isEmpty();
        assertThat(press("#")).contains(new SlotValue("12"));
    }

    @Test
    void startsAnewAfterTheKeyThatDeletes() {
        press("99*1");

        assertThat(press("#")).contains(new SlotValue("1"));
    }

    @Test
    void endsAnAnswerThatIsAsLongAsItCanBe() {
        keying.expect(new Listening.Keys(Optional.empty(), Optional.of(4), '#', '*'), Keying.MOST);

        assertThat(press("123")).isEmpty();
        assertThat(press("4")).contains(new SlotValue("1234"));
    }

    @Test
    void takesOneKeyForYesOrNo() {
        keying.expect(Listening.USUAL.keys(), 1);

        assertThat(press("1")).contains(new SlotValue("1"));
    }

    @Test
    void endsAnAnswerWhenNoFurtherKeyComes() {
        press("42");

        assertThat(keying.timeUp()).contains(new SlotValue("42"));
        assertThat(keying.timeUp()).isEmpty();
    }

    @Test
    void waitsAsLongAsTheBotSays() {
        assertThat(keying.patience()).isEqualTo(Keying.USUAL_WAIT);

        keying.expect(new Listening.Keys(Optional.of(Duration.ofSeconds(2)), Optional.empty(), '#', '*'), 9);

        assertThat(keying.patience()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void forgetsWhatWasKeyedBeforeTheNextQuestion() {
        press("77");
        keying.expect(Listening.USUAL.keys(), Keying.MOST);

        assertThat(press("#")).isEmpty();
    }

    private Optional<SlotValue> press(String keys) {
        Optional<SlotValue> answer = Optional.empty();
        for (int i = 0; i < keys.length(); i++) {
            answer = keying.press(keys.charAt(i));
        }
        return answer;
    }
}
