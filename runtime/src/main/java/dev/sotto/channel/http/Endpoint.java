package dev.sotto.channel.http;

import io.vertx.core.Future;

/** Answers one kind of request. Runs on the connection's event loop and must not block it. */
@FunctionalInterface
interface Endpoint {

    /**
     * Answers.
     *
     * @return fails, or throws, with {@link dev.sotto.refusal.RefusedException} for what is refused; anything else is a
     *     fault
     */
    Future<Answer> answer(Call call);
}
