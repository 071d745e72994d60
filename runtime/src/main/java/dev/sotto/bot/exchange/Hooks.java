package dev.sotto.bot.exchange;

/** Whether the operator has told where the bot's own code is. */
enum Hooks {
    CALLED,
    LEFT;

    /** Why a call was left out. */
    static final String LEFT_OUT = "the bot's own code; give its address with --hook to have it called";
}
