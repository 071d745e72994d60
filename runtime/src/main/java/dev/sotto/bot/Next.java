package dev.sotto.bot;

import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;

/** Where a passage leads: Lex V2's next steps, and the endings of a conversation. */
public sealed interface Next {

    /** The usual way. */
    Next ONWARD = new Onward();

    /**
     * The usual way of the place: the slots by priority, the confirmation, the fulfilment, the answer, the closing, the
     * ending.
     */
    record Onward() implements Next {}

    /** A slot is asked for (ElicitSlot). If it has a value, the conversation goes on as if it had just been captured. */
    record Ask(SlotName slot, Manner manner) implements Next {}

    /** How a slot is asked for. */
    enum Manner {
        /** With its own question. */
        ALOUD,
        /** With what was said last, which asks for it already (Lex's suppressNextMessage). */
        SILENTLY
    }

    /** The intent is to be confirmed (ConfirmIntent). */
    record Confirm() implements Next {}

    /** The intent is fulfilled (FulfillIntent). */
    record Fulfil() implements Next {}

    /** The intent is over, without fulfilment and answer; its closing follows unless something went wrong (CloseIntent). */
    record Close() implements Next {}

    /** The bot waits for any wish (ElicitIntent). */
    record Listen() implements Next {}

    /** Another intent begins in place of this one (StartIntent). */
    record Start(IntentName intent) implements Next {}

    /** The conversation ends as the ending says (EndConversation, for one that hangs up). */
    record End(Ending ending) implements Next {}

    /**
     * A hook is called in the middle of the intent (InvokeDialogCodeHook), and one of three passages follows.
     *
     * @param id names this call among those of the intent
     * @param failed for a hook that does not answer rightly
     * @param timedOut for a hook that does not answer in time
     */
    record Call(String id, Hook hook, Passage succeeded, Passage failed, Passage timedOut) implements Next {}
}
