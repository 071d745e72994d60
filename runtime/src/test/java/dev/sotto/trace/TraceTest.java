package dev.sotto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.IntentVerdicts;
import dev.sotto.access.Principal;
import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.dialogue.Dialogue;
import dev.sotto.dialogue.Event;
import dev.sotto.dialogue.State;
import dev.sotto.dialogue.Step;
import dev.sotto.dialogue.Verdicts;
import dev.sotto.lex.InputMode;
import dev.sotto.nlu.Answer;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.Understanding;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.turntaking.Move;
import dev.sotto.turn.HookAnswer;
import dev.sotto.yaml.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TraceTest {

    private static final Bot BOT = BotReader.read(new SourceFile("bot.yaml", """
                            bot: cinema
                            locale: en-GB
                            intents:
                              book:
                                says: [book seats]
                                slots:
                                  seats:
                                    type: number
                                    ask: How many seats?
                                    captured:
                                      when:
                                        - { if: "{seats} > 8 AND NOT fn.IS_SET([group])", say: A group., then: hangup }
                                        - { if: "{seats} > 4", set: { group: small }, then: { ask: pin } }
                                  pin: { type: number, ask: Your number?, class: secret }
                                fulfil: { hook: "https://hook.example/book", label: seats }
                              menu: { says: [the menu], answer: None. }
                            """), "cinema", new Problems())
            .orElseThrow();

    private final Trace trace = new Trace();
    private final Verdicts verdicts = IntentVerdicts.onAll(BOT, Principal.anonymous(), Instant.EPOCH);
    private State state = Dialogue.open(BOT).state();

    @Test
    void tellsTheRankingTheValuesAndWhatIsDifferent() {
        says(
                1,
                new Interpretation(book(), 0.934, List.of(match("two", "2"))),
                new Interpretation(menu(), 0.04, List.of()));

        assertThat(lines())
                .containsExactly(
                        "heard book 0.93, menu 0.04 (threshold 0.40)",
                        "value seats: \"two\" = 2",
                        "decided started book",
                        "branch book/slots/seats/captured because ({seats} > 8 AND NOT fn.IS_SET([group])) does not hold,"
                                + " {seats} > 4 does not hold; leads to Delegate",
                        "changed intent: nothing → book",
                        "changed its state: nothing → InProgress",
                        "changed its confirmation: nothing → None",
                        "changed slot seats: nothing → 2",
                        "waits for book/pin");
    }

    @Test
    void tellsWhyNothingWasUnderstood() {
        says(0, new Interpretation(menu(), 0.21, List.of()));

        assertThat(lines())
                .containsExactly(
                        "heard menu 0.21 (threshold 0.40, so none is taken)",
                        "decided misunderstood",
                        "changed misunderstandings in a row: nothing → 1",
                        "waits for anything");
    }

    @Test
    void tellsWhichBranchWasTakenAndWhyThatOne() {
        says(1, new Interpretation(book(), 0.9, List.of(match("five", "5"))));

        assertThat(lines())
                .contains(
                        "branch book/slots/seats/captured/when/2 because ({seats} > 8 AND NOT fn.IS_SET([group])) does not"
                                + " hold, {seats} > 4 holds; leads to ElicitSlot pin",
                        "changed attribute group: nothing → small",
                        "waits for book/pin");
    }

    @Test
    void tellsOfHooksAndShowsNoSecret() {
        says(1, new Interpretation(book(), 0.9, List.of(match("two", "2"))));
        trace.take();

        step(new Event.Pressed(new SlotValue("4711"), verdicts));

        assertThat(lines())
                .contains(
                        "came keys",
                        "hook hook.example (seats) is called: FulfillmentCodeHook of book",
                        "changed slot pin: nothing → ••••")
                .noneMatch(line -> line.contains("4711") || line.startsWith("waits"));

        step(new Event.HookAnswered(
                state.hook().orElseThrow().id(), new HookAnswer.Failed(HookAnswer.Failure.TIMEOUT), verdicts));

        assertThat(lines())
                .contains("hook did not answer: timeout", "decided hook failed book, timeout", "decided failed book");
    }

    @Test
    void tellsWhoSpeaksWhenAndWhy() {
        trace.decided(1_216, new Move.Listen(1_060, Move.Reason.VOICE));
        trace.decided(1_216, new Move.Duck(Move.Reason.VOICE));
        trace.decided(1_824, new Move.StopPlayback(Move.Reason.WORD));
        trace.decided(3_520, new Move.EndTurn(1_060, 2_816, Move.Reason.SILENCE));
        trace.decided(9_000, new Move.Discard(Move.Reason.BACKCHANNEL));
        trace.decided(9_000, new Move.Unduck(Move.Reason.BACKCHANNEL));
        trace.decided(12_000, new Move.Consult(10_000, 11_300, Move.Reason.SILENCE));
        trace.decided(13_000, new Move.NoInput(Move.Reason.QUIET));

        assertThat(lines())
                .containsExactly(
                        "voice 1.22 s: listens from 1.06 s on, for a voice began",
                        "voice 1.22 s: the bot speaks more softly, for a voice began",
                        "voice 1.82 s: the bot falls silent, for a word was heard",
                        "voice 3.52 s: the turn from 1.06 to 2.82 s is over, for it was silent for as long as ends this"
                                + " answer",
                        "voice 9.00 s: what was heard is no turn, for it only shows that somebody listens",
                        "voice 9.00 s: the bot speaks as before, for it only shows that somebody listens",
                        "voice 12.00 s: asks what was said from 10.00 to 11.30 s, for it was silent for as long as ends this"
                                + " answer",
                        "voice 13.00 s: nobody has spoken, for an answer was waited for as long as it may take");
    }

    @Test
    void forgetsWhatWasTaken() {
        says(0);

        assertThat(trace.take()).isNotEmpty();
        assertThat(trace.take()).isEmpty();
    }

    private void says(int accepted, Interpretation... readings) {
        step(new Event.Understood(
                InputMode.TEXT,
                Optional.of(Heard.typed(new Utterance("words"))),
                new Understanding(List.of(readings), accepted, Answer.UNCLEAR, List.of()),
                verdicts));
    }

    private void step(Event event) {
        State before = state;
        Step step = Dialogue.step(BOT, before, event);
        state = step.state();
        trace.saw(BOT, before, event, step);
    }

    private List<String> lines() {
        return trace.take().stream()
                .map(line -> line.topic().word() + " " + line.text())
                .toList();
    }

    private static SlotMatch match(String original, String value) {
        return new SlotMatch(
                new SlotName("seats"), new SlotValue(original), List.of(new SlotValue(value)), 0, original.length());
    }

    private static IntentName book() {
        return new IntentName("book");
    }

    private static IntentName menu() {
        return new IntentName("menu");
    }
}
