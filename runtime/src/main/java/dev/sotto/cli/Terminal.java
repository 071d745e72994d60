package dev.sotto.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and prints: results to standard output, everything else to standard error, in UTF-8 whatever
 * the locale.
 */
final class Terminal {

    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;

    private Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    /** The streams of this process. */
    static Terminal ofProcess() {
        // The launcher knows. System.console() is there on newer Java even where no terminal is.
        boolean interactive = Boolean.getBoolean("sotto.interactive");
        return new Terminal(System.in, utf8(System.out), utf8(System.err), interactive);
    }

    /** Returns whether a person reads what goes to standard error, as far as the launcher could tell. */
    static boolean isErrorATerminal() {
        return Boolean.getBoolean("sotto.terminal");
    }

    /** Streams of a test. */
    static Terminal of(InputStream in, PrintStream out, PrintStream err) {
        return new Terminal(in, out, err, false);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Returns whether a person types the input. */
    boolean interactive() {
        return interactive;
    }

    BufferedReader in() {
        return in;
    }

    /** Returns where results go, for a library that prints them itself. */
    PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** Returns where everything else goes. */
    PrintWriter errorWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    /** Prints a line of the result. */
    void print(String line) {
        out.println(line);
    }

    /** Prints a result for programs, as one line. */
    void print(JsonNode result) {
        out.println(result);
    }

    /** Prints the beginning of a line that a person goes on typing. */
    void prompt(String text) {
        out.print(text);
        out.flush();
    }

    /** Tells the person something that is no result. */
    void tell(String line) {
        err.println(line);
    }
}
