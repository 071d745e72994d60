package dev.sotto.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who may do what, by package, relative to the root. A name ends in two dots if it means the packages below it too. To
 * add one is a decision: it widens what a reviewer has to look at.
 */
final class Packages {

    /** May look at what people say: understanding it, answering it, and carrying it over the wire; and at secrets. */
    static final List<String> REVEALING = List.of(
            "sensitive",
            "nlu..",
            "dialogue",
            "lex",
            "channel.frame",
            "fulfilment",
            "access",
            "bot.testing",
            "tls",
            "client",
            "bench",
            "trace",
            "cli",
            "speech.command",
            "voice",
            "speech.flite",
            "speech.normalise",
            "speech.script",
            "speech.speaker");

    /**
     * May write files: caches, certificates and reports of the operator's. Nothing of these ever holds a conversation.
     * The server writes down its own address and process, and nothing else.
     */
    static final List<String> WRITING = List.of(
            "storage",
            "bot.version",
            "bot.testing",
            "tls",
            "server",
            "cli",
            "bench",
            "prove",
            "speech.vosk",
            "speech.embedded",
            "speech.official",
            "voice",
            "voices.build");

    /** May say that a text is the same for everybody, which may then be rendered and kept as audio. */
    static final List<String> FIXING = List.of("bot..", "speech.script");

    /** Live on event loops: what happens here must never wait. */
    static final List<String> ON_EVENT_LOOPS = List.of(
            "dialogue", "lex", "turn", "session", "channel..", "fulfilment", "access", "audit", "retention", "refusal");

    /** Know Vert.x. All others could run without it. */
    static final List<String> WITH_VERTX = List.of(
            "channel..",
            "session",
            "engine",
            "fulfilment",
            "server",
            "time",
            "tls",
            "health",
            "client",
            "cli",
            "voice",
            "bench",
            "prove");

    /** Start threads or hand work to those of Vert.x, a bounded number of each. */
    static final List<String> WITH_THREADS = List.of(
            "engine",
            "log",
            "bot.version",
            "health",
            "tls",
            "fulfilment",
            "server",
            "client",
            "cli",
            "voice",
            "bench",
            "prove",
            "speech.worker");

    /** Print to the terminal. */
    static final List<String> WITH_TERMINAL = List.of("cli", "log");

    /** Ask what time it is, or to be called later. */
    static final List<String> WITH_CLOCK = List.of("time", "log", "tls", "health", "client", "cli", "bench", "prove");

    private Packages() {}

    /** Returns the patterns of some packages below a root. */
    static String[] below(String root, List<String> names) {
        return names.stream().map(name -> root + "." + name).toArray(String[]::new);
    }

    /** Returns the patterns of some packages below a root, and more. */
    static String[] below(String root, List<String> names, String... more) {
        return Stream.concat(Stream.of(below(root, names)), Stream.of(more)).toArray(String[]::new);
    }
}
