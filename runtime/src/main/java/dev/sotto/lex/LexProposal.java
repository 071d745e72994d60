package dev.sotto.lex;

/**
 * What the bot would do next if its hook lets it: Lex V2's proposedNextState.
 *
 * @param attempt 0 for the first time this is asked, 1 to 5 for a retry
 */
public record LexProposal(LexDialogAction dialogAction, LexIntent intent, int attempt) {}
