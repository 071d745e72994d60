package dev.sotto.testing;

import dev.sotto.bot.Bot;
import dev.sotto.nlu.Answer;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.Understanding;
import dev.sotto.sensitive.SlotValue;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Understands the name of an intent as that intent, and anything else as the value of the slot that was asked for. A test
 * can have work done within each call: to wait, or to fail. Safe for any thread.
 */
public final class WordInterpreter implements Interpreter {

    public final AtomicInteger calls = new AtomicInteger();
    public final AtomicInteger closed = new AtomicInteger();

    private final Bot bot;
    private volatile Runnable within = () -> {};

    public WordInterpreter(Bot bot) {
        this.bot = bot;
    }

    /** Runs within each call from now on. */
    public void within(Runnable task) {
        within = task;
    }

    @Override
    public Understanding understand(Heard heard, Expectation expectation, Moment moment) {
        calls.incrementAndGet();
        within.run();
        String words = heard.best().utterance().reveal();
        List<Interpretation> readings = bot.intents().stream()
                .filter(intent -> intent.name().value().equals(words))
                .map(intent -> new Interpretation(intent.name(), 0.9, List.of()))
                .toList();
        List<SlotMatch> value = expectation instanceof Expectation.Slot slot && readings.isEmpty()
                ? List.of(new SlotMatch(
                        slot.slot(), new SlotValue(words), List.of(new SlotValue(words)), 0, words.length()))
                : List.of();
        Answer answer = words.equals("yes") ? Answer.YES : words.equals("no") ? Answer.NO : Answer.UNCLEAR;
        return new Understanding(readings, readings.size(), answer, value);
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
