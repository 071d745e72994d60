package dev.sotto.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The problems found so far, so that a person hears of all of them at once. Confined to the thread that reads. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

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

    /** Adds what its author should know and may leave as it is. */
    public void note(Position position, String code, String what, String expected) {
        note(new Problem(position, code, what, expected, Optional.empty()));
    }

    /** Adds what its author should know and may leave as it is. */
    public void note(Problem note) {
        notes.add(note);
    }

    /** Returns whether no problem was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns the problems by file, line and column. */
    public List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    /** Returns what may be left as it is, by file, line and column. */
    public List<Problem> notes() {
        return notes.stream().sorted().distinct().toList();
    }
}
