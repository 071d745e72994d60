package dev.sotto.speech.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What a worker told about one stream and the stream has not looked at yet: the latest of each kind. Safe for many threads. */
final class Inbox {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Message.@Nullable Partial partial;
    private Message.@Nullable Forgot forgot;
    private Message.@Nullable Result result;
    private Message.@Nullable Failed failed;
    private boolean lost;

    void put(Message message) {
        lock.lock();
        try {
            if (message instanceof Message.Partial latest) {
                partial = latest;
            } else if (message instanceof Message.Forgot latest) {
                forgot = latest;
            } else if (message instanceof Message.Result latest) {
                result = latest;
            } else if (message instanceof Message.Failed latest) {
                failed = latest;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The worker is gone. */
    void lose() {
        lock.lock();
        try {
            lost = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isLost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    Optional<Message.Failed> failure() {
        lock.lock();
        try {
            return Optional.ofNullable(failed);
        } finally {
            lock.unlock();
        }
    }

    Optional<Message.Partial> takePartial() {
        lock.lock();
        try {
            Message.Partial taken = partial;
            partial = null;
            return Optional.ofNullable(taken);
        } finally {
            lock.unlock();
        }
    }

    Optional<Message.Forgot> takeForgot() {
        lock.lock();
        try {
            Message.Forgot taken = forgot;
            forgot = null;
            return Optional.ofNullable(taken);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the worker forgets something, the worker is lost, the stream failed, or it takes too long. */
    void awaitForgot(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (forgot == null && failed == null && !lost && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the result of a turn; returns none if the worker is lost, the stream failed or it takes too long. */
    Optional<Message.Result> awaitResult(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (result == null && failed == null && !lost && left > 0) {
                left = changed.awaitNanos(left);
            }
            Message.Result taken = result;
            result = null;
            return Optional.ofNullable(taken);
        } finally {
            lock.unlock();
        }
    }
}
