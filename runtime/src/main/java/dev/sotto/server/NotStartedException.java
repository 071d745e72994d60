package dev.sotto.server;

import dev.sotto.yaml.Problem;
import java.util.List;

/** A server cannot start because of something that its operator can put right. */
public final class NotStartedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    NotStartedException(List<Problem> problems) {
        super("the server cannot start: " + problems.size() + " problems");
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
