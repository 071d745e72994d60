package dev.sotto.fulfilment;

/** How a call went well, for the metric; how it did not is a {@link dev.sotto.turn.HookAnswer.Failure}. */
enum HookOutcome {
    ANSWERED
}
