package dev.sotto.cli;

/** What the exit code of every command means. */
final class ExitCode {

    /** Done. */
    static final int DONE = 0;

    /** The thing checked or tested falls short. */
    static final int FALLS_SHORT = 1;

    /** Wrong use or wrong input. */
    static final int WRONG_USE = 2;

    /** The machine or the installation is at fault. */
    static final int MACHINE = 3;

    private ExitCode() {}
}
