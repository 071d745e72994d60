package dev.sotto.bench;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * People who talk with a bot, each over a connection of their own. Turns are sent by one thread; who speaks next goes
 * round. Blocking where it says so.
 */
final class Crowd implements OpenLoop.Target, AutoCloseable {

    /** Who do something for the first time do so a few at once; all at once would measure the rush. */
    private static final int AT_ONCE = 16;

    private static final int PATIENCE_S = 60;

    private final List<Person> people;
    private final List<BankTalk> talks = new ArrayList<>();
    private final Runnable whenOver;

    /** Somebody with a connection. */
    interface Person {

        /** Says something; completes when it is answered. */
        Future<?> say(String text);

        /** Ends the conversation and the connection, if they are still there. */
        Future<?> leave();

        /** Returns whether the connection is still there. */
        boolean isConnected();
    }

    private Crowd(List<Person> people, Runnable whenOver) {
        this.people = people;
        this.whenOver = whenOver;
        for (int i = 0; i < people.size(); i++) {
            talks.add(new BankTalk(i));
        }
    }

    /**
     * Brings people together.
     *
     * @param arrival brings one
     * @param whenOver releases what they came by
     */
    static Crowd of(int count, Supplier<? extends Future<? extends Person>> arrival, Runnable whenOver)
            throws IOException, TimeoutException {
        List<Person> people = new ArrayList<>();
        try {
            eachOf(
                    count,
                    number -> arrival.get().map(person -> {
                        synchronized (people) {
                            return people.add(person);
                        }
                    }));
        } catch (IOException | TimeoutException e) {
            whenOver.run();
            throw e;
        }
        return new Crowd(people, whenOver);
    }

    /** Lets each say one thing and hear the answer. Blocking. */
    void sayOneThingEach() throws IOException, TimeoutException {
        eachOf(people.size(), this);
    }

    @Override
    public Future<?> turn(int number) {
        int index = number % people.size();
        return people.get(index).say(talks.get(index).next());
    }

    /** Returns how many connections are still there. */
    long connected() {
        return people.stream().filter(Person::isConnected).count();
    }

    private static void eachOf(int count, OpenLoop.Target target) throws IOException, TimeoutException {
        Semaphore places = new Semaphore(AT_ONCE);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < count; i++) {
            take(places, 1);
            if (failure.get() != null) {
                break;
            }
            target.turn(i).onComplete(done -> {
                if (done.failed()) {
                    failure.set(done.cause());
                }
                places.release();
            });
        }
        take(places, AT_ONCE);
        if (failure.get() != null) {
            throw new IOException("a server refused: " + failure.get().getMessage());
        }
    }

    private static void take(Semaphore places, int count) throws TimeoutException {
        try {
            if (!places.tryAcquire(count, PATIENCE_S, TimeUnit.SECONDS)) {
                throw new TimeoutException("a server did not answer within " + PATIENCE_S + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }

    /** Lets all of them go. Blocking. */
    @Override
    public void close() {
        try {
            eachOf(people.size(), number -> people.get(number).leave().otherwiseEmpty());
        } catch (IOException | TimeoutException e) {
            // Who cannot say goodbye is cut off below.
            return;
        } finally {
            whenOver.run();
        }
    }
}
