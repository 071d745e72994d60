package dev.sotto.speech.turntaking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.turntaking.MediaEvent.Words.Kind;
import dev.sotto.speech.turntaking.Move.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTakingTest {

    private static final Patience OPEN = Patience.of(AnswerKind.OPEN);
    private static final Patience UNINTERRUPTED =
            new Patience(4_000, 700, 15_000, Patience.Interruption.IGNORED, Patience.Evidence.WORDS);
    private static final Patience WORDLESS =
            new Patience(4_000, 700, 15_000, Patience.Interruption.ALLOWED, Patience.Evidence.VOICE);

    private Line line = Line.opened(OPEN);

    @Test
    void listensFromTheFirstFrameOfAVoice() {
        assertThat(happens(new MediaEvent.VoiceStarted(300, 240))).containsExactly(new Move.Listen(240, Reason.VOICE));
    }

    @Test
    void endsATurnWhenItWasSilentForLongEnough() {
        happens(new MediaEvent.VoiceStarted(300, 240), new MediaEvent.VoiceStopped(2_100, 2_000));

        assertThat(happens(new MediaEvent.Tick(2_699))).isEmpty();
        assertThat(happens(new MediaEvent.Tick(2_700))).containsExactly(new Move.EndTurn(240, 2_000, Reason.SILENCE));
    }

    @Test
    void bearsAPauseWithinATurn() {
        happens(
                new MediaEvent.VoiceStarted(300, 240),
                new MediaEvent.VoiceStopped(1_100, 1_000),
                new MediaEvent.VoiceStarted(1_500, 1_450));

        assertThat(happens(new MediaEvent.Tick(3_000))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AnswerKind.class)
    void waitsAsLongAsTheKindOfAnswerTakesToEnd(AnswerKind kind) {
        happens(new MediaEvent.Question(0, Patience.of(kind)));
        happens(new MediaEvent.VoiceStarted(300, 240), new MediaEvent.VoiceStopped(1_100, 1_000));

        assertThat(happens(new MediaEvent.Tick(999 + kind.end()))).isEmpty();
        assertThat(happens(new MediaEvent.Tick(1_000 + kind.end()))).hasSize(1);
    }

    @Test
    void waitsShortestForAYesAndLongestForLetters() {
        List<AnswerKind> kinds = List.of(AnswerKind.values());

        assertThat(kinds).isSortedAccordingTo(Comparator.comparing(AnswerKind::end));
        assertThat(kinds).startsWith(AnswerKind.YES_NO).endsWith(AnswerKind.SPELLING);
    }

    @Test
    void cutsATurnThatDoesNotEnd() {
        happens(new MediaEvent.VoiceStarted(100, 0));

        assertThat(happens(new MediaEvent.Tick(14_999))).isEmpty();
        assertThat(happens(new MediaEvent.Tick(15_000))).containsExactly(new Move.EndTurn(0, 15_000, Reason.TOO_LONG));
        assertThat(happens(new MediaEvent.Tick(15_020))).isEmpty();
    }

    @Test
    void tellsOnceThatNobodySpoke() {
        happens(new MediaEvent.Question(1_000, OPEN));

        assertThat(happens(new MediaEvent.Tick(4_999))).isEmpty();
        assertThat(happens(new MediaEvent.Tick(5_000))).containsExactly(new Move.NoInput(Reason.QUIET));
        assertThat(happens(new MediaEvent.Tick(50_000))).isEmpty();
    }

    @Test
    void doesNotWaitWhereNothingWasAsked() {
        assertThat(happens(new MediaEvent.Tick(60_000))).isEmpty();
    }

    @Test
    void countsTheWaitingFromTheEndOfTheQuestion() {
        happens(new MediaEvent.Question(0, OPEN), new MediaEvent.PlaybackStarted(0));

        assertThat(happens(new MediaEvent.Tick(9_000))).isEmpty();
        happens(new MediaEvent.PlaybackFinished(9_000));
        assertThat(happens(new MediaEvent.Tick(12_999))).isEmpty();
        assertThat(happens(new MediaEvent.Tick(13_000))).containsExactly(new Move.NoInput(Reason.QUIET));
    }

    @Test
    void waitsOnAfterANoiseThatHeldNoWord() {
        happens(
                new MediaEvent.Question(0, OPEN),
                new MediaEvent.VoiceStarted(1_000, 940),
                new MediaEvent.VoiceStopped(1_200, 1_100));
        assertThat(happens(new MediaEvent.Tick(1_800))).hasSize(1);

        happens(new MediaEvent.NothingSaid(2_000));

        assertThat(happens(new MediaEvent.Tick(6_000))).containsExactly(new Move.NoInput(Reason.QUIET));
    }

    @Test
    void softensTheBotsVoiceAtTheFirstSign() {
        happens(new MediaEvent.PlaybackStarted(0));

        assertThat(happens(new MediaEvent.VoiceStarted(1_064, 1_000)))
                .containsExactly(new Move.Listen(1_000, Reason.VOICE), new Move.Duck(Reason.VOICE));
    }

    @Test
    void stopsTheBotsVoiceAtAWord() {
        happens(new MediaEvent.PlaybackStarted(0), new MediaEvent.VoiceStarted(1_064, 1_000));

        assertThat(happens(new MediaEvent.Words(1_400, Kind.SPEECH)))
                .containsExactly(new Move.StopPlayback(Reason.WORD));
        assertThat(happens(new MediaEvent.Words(1_600, Kind.SPEECH))).isEmpty();
    }

    @Test
    void goesOnSpeakingAfterASignOfListening() {
        overheard(Kind.BACKCHANNEL);

        assertThat(happens(new MediaEvent.Tick(2_000)))
                .containsExactly(new Move.Discard(Reason.BACKCHANNEL), new Move.Unduck(Reason.BACKCHANNEL));
    }

    @Test
    void goesOnSpeakingAfterItsOwnEcho() {
        overheard(Kind.ECHO);

        assertThat(happens(new MediaEvent.Tick(2_000)))
                .containsExactly(new Move.Discard(Reason.ECHO), new Move.Unduck(Reason.ECHO));
    }

    @Test
    void goesOnSpeakingAfterACough() {
        happens(
                new MediaEvent.PlaybackStarted(0),
                new MediaEvent.VoiceStarted(1_064, 1_000),
                new MediaEvent.VoiceStopped(1_300, 1_200));

        assertThat(happens(new MediaEvent.Tick(2_000)))
                .containsExactly(new Move.Discard(Reason.NO_WORD), new Move.Unduck(Reason.NO_WORD));
    }

    @Test
    void asksWhatWasSaidOverTheBotsVoiceWhenNoWordWasToldOfInTime() {
        assertThat(overBot()).containsExactly(new Move.Consult(1_000, 1_800, Reason.SILENCE));

        assertThat(happens(new MediaEvent.Said(2_600, Kind.SPEECH)))
                .containsExactly(new Move.StopPlayback(Reason.WORD));
    }

    @Test
    void asksWhatCameAfterASignOfListening() {
        assertThat(overBot(new MediaEvent.Words(1_300, Kind.BACKCHANNEL)))
                .containsExactly(new Move.Consult(1_000, 1_800, Reason.SILENCE));
    }

    @Test
    void asksNothingAboutItsOwnEcho() {
        assertThat(overBot(new MediaEvent.Words(1_300, Kind.ECHO)))
                .containsExactly(new Move.Discard(Reason.ECHO), new Move.Unduck(Reason.ECHO));
    }

    @Test
    void asksNothingAboutVoicesEachOfWhichIsTooShortForAWord() {
        happens(
                new MediaEvent.PlaybackStarted(0),
                new MediaEvent.VoiceStarted(1_064, 1_000),
                new MediaEvent.VoiceStopped(1_300, 1_200),
                new MediaEvent.VoiceStarted(1_600, 1_550),
                new MediaEvent.VoiceStopped(1_800, 1_700));

        assertThat(happens(new MediaEvent.Tick(2_500)))
                .hasExactlyElementsOfTypes(Move.Discard.class, Move.Unduck.class);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "SPEECH", mode = EnumSource.Mode.EXCLUDE)
    void goesOnSpeakingWhenItIsToldThatNothingWasMeant(Kind kind) {
        overBot();

        assertThat(happens(new MediaEvent.Said(2_600, kind)))
                .containsExactly(new Move.Unduck(Reason.valueOf(kind.name())));
    }

    @Test
    void goesOnSpeakingWhenItIsToldThatNothingWasSaid() {
        overBot();

        assertThat(happens(new MediaEvent.NothingSaid(2_600))).containsExactly(new Move.Unduck(Reason.NO_WORD));
    }

    @Test
    void staysSoftWhileSomebodySpeaksAgain() {
        overBot();

        assertThat(happens(new MediaEvent.VoiceStarted(2_564, 2_500)))
                .containsExactly(new Move.Listen(2_500, Reason.VOICE));
        assertThat(happens(new MediaEvent.NothingSaid(2_600))).isEmpty();
        assertThat(line.bot()).isEqualTo(Line.Voice.DUCKED);
    }

    @Test
    void waitsForAnAnswerWhenNothingWasSaidOverTheEndOfAQuestion() {
        overBot();
        happens(new MediaEvent.PlaybackFinished(2_550), new MediaEvent.NothingSaid(2_600));

        assertThat(happens(new MediaEvent.Tick(6_600))).containsExactly(new Move.NoInput(Reason.QUIET));
    }

    @Test
    void waitsForNothingWhenTheAnswerWasSaidOverTheEndOfTheQuestion() {
        overBot();
        happens(new MediaEvent.PlaybackFinished(2_550), new MediaEvent.Said(2_600, Kind.SPEECH));

        assertThat(happens(new MediaEvent.Tick(60_000))).isEmpty();
    }

    @Test
    void asksWhatWasSaidOverTheBotsVoiceWhenThatDoesNotEnd() {
        happens(new MediaEvent.PlaybackStarted(0), new MediaEvent.VoiceStarted(1_064, 1_000));

        assertThat(happens(new MediaEvent.Tick(16_000)))
                .containsExactly(new Move.Consult(1_000, 16_000, Reason.TOO_LONG));
    }

    @Test
    void takesWhatIsSaidAfterASignOfListeningForMeant() {
        overheard(Kind.BACKCHANNEL);

        assertThat(happens(new MediaEvent.VoiceStarted(1_500, 1_450), new MediaEvent.Words(1_700, Kind.SPEECH)))
                .containsExactly(new Move.StopPlayback(Reason.WORD));
    }

    @Test
    void stopsForAVoiceThatGoesOnWhereNoWordsAreTold() {
        line = Line.opened(WORDLESS);
        happens(new MediaEvent.PlaybackStarted(0), new MediaEvent.VoiceStarted(1_064, 1_000));

        assertThat(happens(new MediaEvent.Tick(1_599))).isEmpty();
        assertThat(happens(new MediaEvent.Tick(1_600))).containsExactly(new Move.StopPlayback(Reason.LONG_VOICE));
    }

    @Test
    void stopsTheBotsVoiceAtAKeyWhateverTheBotPermits() {
        line = Line.opened(UNINTERRUPTED);
        happens(new MediaEvent.PlaybackStarted(0));

        assertThat(happens(new MediaEvent.Key(500))).containsExactly(new Move.StopPlayback(Reason.KEY));
    }

    @Test
    void forgetsWhatWasBeingSaidWhenAKeyIsPressed() {
        happens(new MediaEvent.VoiceStarted(100, 0));

        assertThat(happens(new MediaEvent.Key(500))).containsExactly(new Move.Discard(Reason.KEY));
        assertThat(happens(new MediaEvent.VoiceStopped(700, 600), new MediaEvent.Tick(5_000)))
                .isEmpty();
    }

    @Test
    void isNotInterruptedWhereTheBotForbidsIt() {
        line = Line.opened(UNINTERRUPTED);
        happens(new MediaEvent.PlaybackStarted(0));

        assertThat(happens(
                        new MediaEvent.VoiceStarted(1_064, 1_000),
                        new MediaEvent.Words(1_400, Kind.SPEECH),
                        new MediaEvent.VoiceStopped(2_000, 1_900)))
                .isEmpty();
    }

    @Test
    void hearsWhoStillSpeaksWhenAnUninterruptedQuestionEnds() {
        line = Line.opened(UNINTERRUPTED);
        happens(new MediaEvent.PlaybackStarted(0), new MediaEvent.VoiceStarted(1_064, 1_000));

        assertThat(happens(new MediaEvent.PlaybackFinished(3_000)))
                .containsExactly(new Move.Listen(3_000, Reason.VOICE));
    }

    @Test
    void doesNotSpeakIntoASentence() {
        happens(new MediaEvent.VoiceStarted(100, 0), new MediaEvent.Words(400, Kind.SPEECH));

        assertThat(happens(new MediaEvent.PlaybackStarted(500))).containsExactly(new Move.StopPlayback(Reason.WORD));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void opensAndClosesTurnsInPairsWhateverHappens(long seed) {
        Random random = new Random(seed);
        boolean listening = false;
        boolean ducked = false;
        for (int i = 0; i < 20_000; i++) {
            for (Move move : happens(any(random, 40L * i))) {
                if (move instanceof Move.Listen) {
                    assertThat(listening).isFalse();
                    listening = true;
                } else if (move instanceof Move.EndTurn
                        || move instanceof Move.Consult
                        || move instanceof Move.Discard) {
                    assertThat(listening).isTrue();
                    listening = false;
                } else if (move instanceof Move.Duck) {
                    assertThat(ducked).isFalse();
                    ducked = true;
                } else if (move instanceof Move.Unduck) {
                    assertThat(ducked).isTrue();
                    ducked = false;
                } else if (move instanceof Move.StopPlayback) {
                    ducked = false;
                }
            }
            if (line.bot() != Line.Voice.DUCKED) {
                ducked = false;
            }
            assertThat(line.isInTurn()).isEqualTo(listening);
        }
    }

    private void overheard(Kind kind) {
        happens(
                new MediaEvent.PlaybackStarted(0),
                new MediaEvent.VoiceStarted(1_064, 1_000),
                new MediaEvent.Words(1_200, kind),
                new MediaEvent.VoiceStopped(1_300, 1_200));
    }

    /** Somebody speaks over the bot's voice for 0.8 s. */
    private List<Move> overBot(MediaEvent... meanwhile) {
        happens(new MediaEvent.PlaybackStarted(0), new MediaEvent.VoiceStarted(1_064, 1_000));
        happens(meanwhile);
        happens(new MediaEvent.VoiceStopped(1_900, 1_800));
        return happens(new MediaEvent.Tick(2_500));
    }

    private static MediaEvent any(Random random, long at) {
        return switch (random.nextInt(10)) {
            case 0 -> new MediaEvent.VoiceStarted(at, Math.max(0, at - 64));
            case 1 -> new MediaEvent.VoiceStopped(at, Math.max(0, at - 96));
            case 2 -> new MediaEvent.Words(at, List.of(Kind.values()).get(random.nextInt(3)));
            case 3 -> new MediaEvent.Key(at);
            case 4 -> new MediaEvent.PlaybackStarted(at);
            case 5 -> new MediaEvent.PlaybackFinished(at);
            case 6 -> new MediaEvent.NothingSaid(at);
            case 7 -> new MediaEvent.Said(at, List.of(Kind.values()).get(random.nextInt(3)));
            case 8 ->
                new MediaEvent.Question(
                        at, List.of(OPEN, UNINTERRUPTED, WORDLESS).get(random.nextInt(3)));
            default -> new MediaEvent.Tick(at);
        };
    }

    private List<Move> happens(MediaEvent... events) {
        List<Move> moves = new ArrayList<>();
        for (MediaEvent event : events) {
            TurnTaking.Outcome outcome = TurnTaking.step(line, event);
            line = outcome.line();
            moves.addAll(outcome.moves());
        }
        return moves;
    }
}
