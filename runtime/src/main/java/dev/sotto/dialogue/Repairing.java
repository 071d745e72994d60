package dev.sotto.dialogue;

import dev.sotto.bot.Confirmation;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Message;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Place;
import dev.sotto.bot.Prompt;
import dev.sotto.bot.Slot;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexDialogAction;
import java.util.Optional;

/**
 * What happens when an input was of no use. A question is put again as often as its prompt allows; then the intent
 * fails. Outside a question the bot says that it did not understand, as often in a row as the bot allows; then it gives
 * up. Inputs of no use at a question count for both.
 */
final class Repairing {

    private Repairing() {}

    /** Meets an input of no use with another try. */
    static void again(Draft draft) {
        again(draft, Optional.empty());
    }

    /** Meets an input of no use with another try; its words are for the dialogue hook, which may make sense of them. */
    static void again(Draft draft, Optional<Words> words) {
        draft.misunderstandings++;
        Optional<Prompt> prompt = prompt(draft);
        if (prompt.isPresent() && draft.attempt < prompt.get().maxRetries()) {
            draft.next(draft.action, draft.attempt + 1);
            Flow.advance(draft, words);
        } else {
            exhausted(draft, words.orElse(Words.NONE));
        }
    }

    /** Goes on after the last attempt at a question: as the bot says there, or else the usual way. */
    static void exhausted(Draft draft, Words words) {
        Optional<Place> place = place(draft);
        Optional<Passage> passage = place.flatMap(at ->
                        draft.definition().map(known -> Place.passages(known).getOrDefault(at, Passage.NONE)))
                .filter(any -> !any.equals(Passage.NONE));
        if (place.isPresent() && passage.isPresent()) {
            Course.follow(draft, place.get(), passage.get(), words);
        } else {
            failed(draft, words);
        }
    }

    private static Optional<Place> place(Draft draft) {
        return draft.isConfirming()
                ? Optional.of(Place.of(Place.Point.CONFIRM_FAILED))
                : draft.action.slotToElicit().map(slot -> Place.of(Place.Point.SLOT_FAILED, slot));
    }

    /** Gives the intent up, and goes the way of what was not understood: the fallback intent if the bot has one. */
    static void failed(Draft draft, Words words) {
        if (draft.active().isPresent()) {
            draft.mark(IntentState.FAILED);
            draft.decided(Decision.FAILED);
        }
        draft.next(LexDialogAction.of(DialogActionType.ELICIT_INTENT), draft.misunderstandings);
        Optional<Intent> fallback = draft.bot
                .fallback()
                .filter(known -> draft.verdicts.allow(known.name()))
                .filter(known -> draft.active()
                        .filter(active -> active.name().equals(known.name()))
                        .isEmpty());
        if (draft.misunderstandings > draft.bot.repair().attempts()) {
            giveUp(draft);
        } else if (fallback.isPresent()) {
            draft.start(fallback.get(), 0);
            draft.decided(Decision.STARTED);
            Flow.advance(draft, Optional.of(words));
        } else {
            draft.ask(misunderstood(draft));
            Flow.finish(draft);
        }
    }

    /** Authors write "not that either" as the second wording, so they are said in their order, the last one again. */
    private static Rendered misunderstood(Draft draft) {
        Message message = draft.bot.wording().misunderstood();
        int last = message.variations().size() - 1;
        return draft.render(message, Math.min(Math.max(draft.misunderstandings, 1) - 1, last));
    }

    private static void giveUp(Draft draft) {
        draft.decided(Decision.GAVE_UP);
        Message last = draft.bot.wording().givingUp();
        Ending ending = draft.bot.repair().then();
        if (ending instanceof Ending.Continue) {
            draft.attempt = 0;
        } else {
            draft.say(last);
        }
        Flow.end(draft, ending, last);
    }

    /** Returns how the answer that is waited for is waited for. */
    static Listening listening(Draft draft) {
        return prompt(draft).map(prompt -> prompt.listening(draft.attempt)).orElse(Listening.USUAL);
    }

    /** Returns the prompt that waits for an answer. */
    static Optional<Prompt> prompt(Draft draft) {
        Optional<Intent> definition = draft.definition();
        if (draft.isConfirming()) {
            return definition.flatMap(Intent::confirmation).map(Confirmation::prompt);
        }
        return draft.action
                .slotToElicit()
                .flatMap(name -> definition.flatMap(known -> known.slot(name)))
                .flatMap(Slot::prompt);
    }
}
