package dev.sotto.dialogue;

/** What the dialogue decided, in words that are fit for an audit trail and a metric. */
public enum Decision {
    /** An intent was begun. */
    STARTED,
    /** An unfinished intent was left for another. */
    SWITCHED,
    /** An unfinished intent that had been left is gone on with. */
    RESUMED,
    /** The person wished something of the conversation itself: help, a repetition, a pause. */
    CONTROLLED,
    /** The passages of the bot lead round in a circle. The intent fails. */
    CIRCLED,
    /** An intent was refused: its verdict was not that it is allowed. */
    REFUSED,
    /** A value was understood but is outside the slot's limit. */
    OUT_OF_LIMIT,
    /** The person confirmed. */
    CONFIRMED,
    /** The person did not confirm. */
    DECLINED,
    /** What was asked for was done. */
    FULFILLED,
    /** What was asked for was not done: a hook failed or said so, or too many attempts at a prompt. */
    FAILED,
    /** An input was not understood. */
    MISUNDERSTOOD,
    /** Nothing was said. */
    SILENCE,
    /** Too many inputs in a row were not understood. */
    GAVE_UP,
    /** The conversation was handed over. */
    TRANSFERRED,
    /** The conversation ended. */
    ENDED,
    /** A hook did not answer. */
    HOOK_FAILED,
    /** A hook's answer lacks what its action needs. */
    HOOK_MISFIT,
    /** A hook's answer names an intent that the bot does not have. */
    HOOK_INTENT_UNKNOWN,
    /** A hook's answer names a slot that the intent does not have. */
    HOOK_SLOT_UNKNOWN,
    /** A hook wants a slot asked for, and neither it nor the bot has words for that. */
    HOOK_QUESTION_MISSING,
    /** More calls to hooks in one turn than hooks that mean well need. */
    HOOKS_CIRCLED,
    /** A hook answered that nobody waits for: late, twice or never asked. Nothing was done about it. */
    HOOK_UNEXPECTED,
    /** An input came at a moment when it means nothing: during a hook, after a transfer or the end. */
    IGNORED
}
