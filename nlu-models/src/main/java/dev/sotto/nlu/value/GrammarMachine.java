package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The automaton of a grammar. All its states are followed at once, each with the first way that led there, so what the
 * grammar names first wins. Built by one thread; after that safe for any.
 */
final class GrammarMachine {

    /** More states than any sensible grammar has. */
    static final int MAX_STATES = 20_000;

    private static final int NOWHERE = -1;

    /** What a state does. */
    private sealed interface Step {}

    /** Goes on over a word. */
    private record Over(String word, String written) implements Step {}

    /** Goes on both ways, the first preferred. */
    private record Fork(int other) implements Step {}

    /** Begins a rule. */
    private record Enter() implements Step {}

    /** Ends a rule. */
    private record Leave(String rule) implements Step {}

    /** Reckons with the value of a rule. */
    private record Reckon(GrammarTag tag) implements Step {}

    private record State(Step step, int next) {}

    private final List<State> states = new ArrayList<>();
    private int start = NOWHERE;

    int size() {
        return states.size();
    }

    /** Adds a state that goes on over a word. */
    int over(String folded, String written, int next) {
        return add(new Over(folded, written), next);
    }

    /** Adds a state with two ways on, the first of which is preferred. */
    int fork(int next, int other) {
        return add(new Fork(other), next);
    }

    /** Adds a state with two ways on, the second of which is not known yet. */
    int loop() {
        return add(new Fork(NOWHERE), NOWHERE);
    }

    /** Says where a state made by {@link #loop} leads. */
    void lead(int state, int next, int other) {
        states.set(state, new State(new Fork(other), next));
    }

    int enter(int next) {
        return add(new Enter(), next);
    }

    int leave(String rule, int next) {
        return add(new Leave(rule), next);
    }

    int reckon(GrammarTag tag, int next) {
        return add(new Reckon(tag), next);
    }

    void begin(int state) {
        start = state;
    }

    private int add(Step step, int next) {
        states.add(new State(step, next));
        return states.size() - 1;
    }

    /** What has happened on the way to a state, the last first. */
    private record Log(@Nullable Log before, Step step) {}

    /** A state, and what has happened on the way to it. */
    private record Trail(int state, @Nullable Log log) {}

    /** Returns the longest phrase that begins at a word. */
    Optional<Grammar.Match> longest(Words words, int from) {
        Optional<Grammar.Match> best = Optional.empty();
        List<Trail> now = new ArrayList<>();
        reach(new Trail(start, null), now, new BitSet(states.size()));
        int last = Math.min(words.size(), from + Grammar.MAX_WORDS);
        for (int at = from; at < last && !now.isEmpty(); at++) {
            List<Trail> next = new ArrayList<>();
            BitSet seen = new BitSet(states.size());
            Optional<Log> ended = Optional.empty();
            for (Trail thread : now) {
                State state = states.get(thread.state());
                if (state.step() instanceof Over over && over.word().equals(words.get(at))) {
                    Optional<Log> end = reach(new Trail(state.next(), new Log(thread.log(), over)), next, seen);
                    ended = ended.isPresent() ? ended : end;
                }
            }
            if (ended.isPresent()) {
                best = Optional.of(new Grammar.Match(at + 1, value(ended.get())));
            }
            now = next;
        }
        return best;
    }

    /** Follows what needs no word, the preferred ways first, and returns what led to the end, if something did. */
    private Optional<Log> reach(Trail from, List<Trail> reached, BitSet seen) {
        Optional<Log> ended = Optional.empty();
        Deque<Trail> open = new ArrayDeque<>();
        open.push(from);
        while (!open.isEmpty()) {
            Trail thread = open.pop();
            if (thread.state() == NOWHERE) {
                Log log = thread.log();
                ended = ended.isPresent() || log == null ? ended : Optional.of(log);
                continue;
            }
            if (seen.get(thread.state())) {
                continue;
            }
            seen.set(thread.state());
            State state = states.get(thread.state());
            if (state.step() instanceof Over) {
                reached.add(thread);
            } else if (state.step() instanceof Fork fork) {
                open.push(new Trail(fork.other(), thread.log()));
                open.push(new Trail(state.next(), thread.log()));
            } else {
                open.push(new Trail(state.next(), new Log(thread.log(), state.step())));
            }
        }
        return ended;
    }

    /** Goes through what happened once more, now from the beginning, and reckons the value. */
    private static String value(Log log) {
        Deque<Step> steps = new ArrayDeque<>();
        for (Log at = log; at != null; at = at.before()) {
            steps.push(at.step());
        }
        Deque<Frame> frames = new ArrayDeque<>();
        frames.push(new Frame());
        for (Step step : steps) {
            if (step instanceof Enter) {
                frames.push(new Frame());
            } else if (step instanceof Leave leave) {
                Frame inner = frames.pop();
                frames.element().left(leave.rule(), inner);
            } else if (step instanceof Reckon reckon) {
                frames.element().apply(reckon.tag());
            } else if (step instanceof Over over) {
                frames.element().say(over.written());
            }
        }
        return frames.element().value();
    }

    /** A rule under way. Confined to one reckoning. */
    private static final class Frame implements GrammarTag.Scope {

        private final Map<String, String> rules = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable String out;
        private @Nullable String latest;

        void say(String words) {
            if (words.isEmpty()) {
                return;
            }
            text.append(text.isEmpty() ? "" : " ").append(words);
        }

        void apply(GrammarTag tag) {
            out = tag.applied(this);
        }

        void left(String rule, Frame inner) {
            say(inner.text());
            latest = inner.value();
            rules.put(rule, latest);
        }

        /** A rule without tags has the value of the last rule in it, or else its words. */
        String value() {
            return out != null ? out : latest != null ? latest : text.toString();
        }

        @Override
        public String out() {
            return out == null ? "" : out;
        }

        @Override
        public String rule(Optional<String> name) {
            String last = latest == null ? "" : latest;
            return name.map(known -> rules.getOrDefault(known, "")).orElse(last);
        }

        @Override
        public String text() {
            return text.toString();
        }
    }
}
