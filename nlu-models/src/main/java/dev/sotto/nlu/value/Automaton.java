package dev.sotto.nlu.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A nondeterministic automaton over characters, run by following all its states at once (Thompson 1968). Built by one
 * thread; after that safe for any.
 */
final class Automaton {

    /** More states than any sensible pattern has, and few enough to be followed in microseconds. */
    static final int MAX_STATES = 4_000;

    private static final int START = 0;
    private static final int NOWHERE = -1;

    /** A test for a character, or two ways on without one. */
    private record State(CharacterSet set, int next, int other) {}

    private final List<State> states = new ArrayList<>();
    private int accepting = NOWHERE;

    Automaton() {
        states.add(new State(CharacterSet.NONE, NOWHERE, NOWHERE));
    }

    int size() {
        return states.size();
    }

    /** Adds a state that goes on over a character of a set. */
    int over(CharacterSet set, int next) {
        states.add(new State(set, next, NOWHERE));
        return states.size() - 1;
    }

    /** Adds a state with two ways on. */
    int fork(int next, int other) {
        states.add(new State(CharacterSet.NONE, next, other));
        return states.size() - 1;
    }

    /** Says where it begins. */
    void begin(int state) {
        states.set(START, new State(CharacterSet.NONE, state, NOWHERE));
    }

    /** Adds the state in which a text matches. */
    int accept() {
        accepting = fork(NOWHERE, NOWHERE);
        return accepting;
    }

    boolean matches(CharSequence text) {
        BitSet now = new BitSet(states.size());
        reach(START, now);
        for (int at = 0; at < text.length() && !now.isEmpty(); at++) {
            BitSet next = new BitSet(states.size());
            for (int state = now.nextSetBit(0); state >= 0; state = now.nextSetBit(state + 1)) {
                if (states.get(state).set().contains(text.charAt(at))) {
                    reach(states.get(state).next(), next);
                }
            }
            now = next;
        }
        return now.get(accepting);
    }

    /** Adds a state and all that it leads to without a character. */
    private void reach(int state, BitSet reached) {
        if (state == NOWHERE || reached.get(state)) {
            return;
        }
        reached.set(state);
        if (states.get(state).set().isNone()) {
            reach(states.get(state).next(), reached);
            reach(states.get(state).other(), reached);
        }
    }
}
