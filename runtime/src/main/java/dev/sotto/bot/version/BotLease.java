package dev.sotto.bot.version;

import java.util.concurrent.atomic.AtomicBoolean;

/** The right to use a version until it is given back. Giving it back twice does nothing. Safe for any thread. */
public final class BotLease implements AutoCloseable {

    private final BotVersion version;
    private final AliasName alias;
    private final References references;
    private final AtomicBoolean held = new AtomicBoolean(true);

    BotLease(BotVersion version, AliasName alias, References references) {
        this.version = version;
        this.alias = alias;
        this.references = references;
    }

    /** Returns the version. */
    public BotVersion version() {
        return version;
    }

    /** Returns the alias under which it was asked for. */
    public AliasName alias() {
        return alias;
    }

    /** Gives the version back. A call of its interpreter that is still running comes to its end first. */
    @Override
    public void close() {
        if (held.compareAndSet(true, false)) {
            references.release();
        }
    }
}
