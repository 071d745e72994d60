package dev.sotto.channel.http;

import dev.sotto.access.CallTickets;
import dev.sotto.access.Limiter;
import dev.sotto.access.Principal;
import dev.sotto.access.RateLimits;
import dev.sotto.bot.BotName;
import dev.sotto.channel.Doorkeeper;
import dev.sotto.channel.frame.CallRequest;
import dev.sotto.channel.frame.ClientFrames;
import dev.sotto.channel.frame.ServerFrames;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import io.vertx.core.Future;
import java.util.function.Predicate;

/** {@code POST /v1/calls}: a ticket for one telephone call, for the holder of a key. */
final class CallEndpoint implements Endpoint {

    private final Doorkeeper door;
    private final CallTickets tickets;
    private final RateLimits limits;
    private final Predicate<BotName> bots;

    /**
     * @param bots tells whether there is a bot of a name
     */
    CallEndpoint(Doorkeeper door, CallTickets tickets, RateLimits limits, Predicate<BotName> bots) {
        this.door = door;
        this.tickets = tickets;
        this.limits = limits;
        this.bots = bots;
    }

    @Override
    public Future<Answer> answer(Call call) {
        Principal holder = door.byKey(call.address(), call.key());
        limits.demand(Limiter.TOKENS_BY_KEY, holder.id().value());
        CallRequest request = ClientFrames.decodeCallRequest(call.body());
        if (!bots.test(request.bot())) {
            throw new RefusedException(RefusalCode.BOT_UNKNOWN);
        }
        Principal caller = request.person().map(holder::actingFor).orElse(holder);
        return Future.succeededFuture(Answer.ok(
                ServerFrames.callBody(tickets.issue(caller, request.bot(), request.locale()), CallTickets.LIFE)));
    }
}
