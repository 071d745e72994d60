package dev.sotto.turn;

/**
 * The id of one call to a hook, unique in its session: turn and number within the turn. The same for a retry of the
 * call, which makes it the idempotency key together with the session's id.
 */
public record HookId(long turn, int number) {

    @Override
    public String toString() {
        return turn + "." + number;
    }
}
