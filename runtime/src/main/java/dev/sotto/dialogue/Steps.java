package dev.sotto.dialogue;

import dev.sotto.bot.Ending;
import dev.sotto.bot.Next;

/** Where passages lead, in Lex V2's words for next steps. */
final class Steps {

    private Steps() {}

    static String lexName(Next next) {
        if (next instanceof Next.Ask ask) {
            return "ElicitSlot " + ask.slot();
        }
        if (next instanceof Next.Start start) {
            return "StartIntent " + start.intent();
        }
        if (next instanceof Next.End end) {
            return end.ending() instanceof Ending.Transfer ? "Transfer" : "EndConversation";
        }
        if (next instanceof Next.Confirm) {
            return "ConfirmIntent";
        }
        if (next instanceof Next.Fulfil) {
            return "FulfillIntent";
        }
        if (next instanceof Next.Close) {
            return "CloseIntent";
        }
        if (next instanceof Next.Listen) {
            return "ElicitIntent";
        }
        return next instanceof Next.Call ? "InvokeDialogCodeHook" : "Delegate";
    }
}
