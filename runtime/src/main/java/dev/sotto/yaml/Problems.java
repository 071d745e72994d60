package dev.sotto.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The problems found so far, so that a person hears of all of them at once. Confined to the thread that reads. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem that no name comes near to mending. */
    public void add(Position position, String code, String what, String expected) {
        found.add(new Problem(position, code, what, expected, Optional.empty()));
    }

    /** Adds a problem with a name, offering the nearest of the valid ones. */
    public void addName(Position position, String code, String what, String name, Collection<String> valid) {
        String expected = valid.isEmpty() ? "no name here" : "one of " + String.join(", ", valid);
        found.add(new Problem(position, code, what, expected, NearestName.of(name, valid)));
    }

    /** Adds a problem. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Returns whether nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns the problems by file, line and column. */
    public List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }
}
