package dev.sotto.bot.version;

import dev.sotto.yaml.Problem;
import java.util.List;

/** There is not one bot that could be talked to. */
public final class NoUsableBotException extends RuntimeException {

    private final transient List<Problem> problems;

    NoUsableBotException(String directory, List<Problem> problems) {
        super("no usable bot in " + directory + ": " + problems.size() + " problems");
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong with those that are there. */
    public List<Problem> problems() {
        return problems;
    }
}
