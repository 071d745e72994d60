package dev.sotto.voice;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Slot;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.speech.Hints;
import dev.sotto.speech.turntaking.AnswerKind;
import dev.sotto.speech.turntaking.Patience;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a question means for how its answer is listened to. */
public final class Expectations {

    /** Nothing was asked, so nobody is kept waiting. */
    static final Patience OF_NOTHING = patient(Patience.of(AnswerKind.OPEN));

    private static final Map<SlotTypeName, AnswerKind> BUILT_IN = Map.ofEntries(
            Map.entry(BuiltInTypes.YES_NO, AnswerKind.YES_NO),
            Map.entry(BuiltInTypes.CONFIRMATION, AnswerKind.YES_NO),
            Map.entry(BuiltInTypes.NUMBER, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.ORDINAL, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.PERCENTAGE, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.MONEY, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.DATE, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.TIME, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.DURATION, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.FIRST_NAME, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.LAST_NAME, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.STREET, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.FREE_TEXT, AnswerKind.DETAIL),
            Map.entry(BuiltInTypes.PHONE, AnswerKind.DIGITS),
            Map.entry(BuiltInTypes.EMAIL, AnswerKind.SPELLING),
            Map.entry(BuiltInTypes.ALPHANUMERIC, AnswerKind.SPELLING),
            Map.entry(BuiltInTypes.UK_POSTCODE, AnswerKind.SPELLING));

    private Expectations() {}

    /** Returns how the answer to a question is waited for. */
    static Patience patience(Bot bot, Output.Ask ask, Patience.Evidence evidence) {
        Patience usual = Patience.of(kind(bot, ask.expects()));
        Listening listening = ask.listening();
        Listening.Speech speech = listening.speech();
        return new Patience(
                speech.start().map(Duration::toMillis).orElse(usual.start()),
                speech.end().map(Duration::toMillis).orElse(usual.end()),
                Math.min(
                        Patience.LONGEST,
                        speech.longest().map(Duration::toMillis).orElse(usual.longest())),
                listening.interruption() == Listening.Interruption.ALLOWED
                        ? Patience.Interruption.ALLOWED
                        : Patience.Interruption.IGNORED,
                evidence);
    }

    /** Returns what kind of answer a question expects. */
    static AnswerKind kind(Bot bot, Expectation expects) {
        return asked(bot, expects)
                .map(type -> BUILT_IN.getOrDefault(type, AnswerKind.VALUE))
                .orElse(expects instanceof Expectation.Slot ? AnswerKind.VALUE : AnswerKind.OPEN);
    }

    /** Returns what is likelier to be said in answer to a question. */
    public static Hints hints(Bot bot, Expectation expects) {
        return asked(bot, expects).map(Hints::asked).orElse(Hints.NONE);
    }

    /** Returns the type of what a question asks for, if it asks for something in particular. */
    private static Optional<SlotTypeName> asked(Bot bot, Expectation expects) {
        if (expects instanceof Expectation.Confirmation) {
            return Optional.of(BuiltInTypes.YES_NO);
        }
        if (expects instanceof Expectation.Slot asked) {
            return bot.intent(asked.intent())
                    .flatMap(intent -> intent.slots().stream()
                            .filter(slot -> slot.name().equals(asked.slot()))
                            .findFirst())
                    .map(Slot::type);
        }
        return Optional.empty();
    }

    private static Patience patient(Patience usual) {
        return new Patience(Long.MAX_VALUE, usual.end(), usual.longest(), usual.interruption(), usual.evidence());
    }
}
