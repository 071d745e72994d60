package dev.sotto.cli;

/**
 * Goes once through what every start does, so that the launcher can keep the classes that it loads in an archive. Not a
 * command: only the launcher runs it.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Rehearses, and ends the process. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        String[] check = BotChoice.names(Installation.bots()).toArray(String[]::new);
        System.exit(check.length == 0 ? ExitCode.DONE : Main.run(terminal, prepend("check", check)));
    }

    private static String[] prepend(String first, String... rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
