package dev.sotto.channel.http;

import dev.sotto.access.IssuedToken;
import dev.sotto.access.Limiter;
import dev.sotto.access.Origin;
import dev.sotto.access.Principal;
import dev.sotto.access.Proof;
import dev.sotto.access.RateLimits;
import dev.sotto.access.Tokens;
import dev.sotto.bot.BotName;
import dev.sotto.channel.Doorkeeper;
import dev.sotto.channel.frame.ClientFrames;
import dev.sotto.channel.frame.ServerFrames;
import dev.sotto.channel.frame.TokenRequest;
import dev.sotto.config.Switch;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.sensitive.Secret;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code POST /v1/tokens}: a token for the holder of a key, or for a visitor of an allowed page. */
final class TokenEndpoint implements Endpoint {

    private final Doorkeeper door;
    private final Tokens tokens;
    private final RateLimits limits;
    private final Predicate<BotName> bots;
    private final Switch visitors;

    /**
     * @param bots tells whether there is a bot of a name
     * @param visitors whether somebody without a key gets one
     */
    TokenEndpoint(Doorkeeper door, Tokens tokens, RateLimits limits, Predicate<BotName> bots, Switch visitors) {
        this.door = door;
        this.tokens = tokens;
        this.limits = limits;
        this.bots = bots;
        this.visitors = visitors;
    }

    @Override
    public Future<Answer> answer(Call call) {
        Principal principal =
                call.bearer().isPresent() ? holder(call, call.bearer().get()) : visitor(call);
        TokenRequest request = ClientFrames.decodeTokenRequest(call.body());
        if (!bots.test(request.bot())) {
            throw new RefusedException(RefusalCode.BOT_UNKNOWN);
        }
        IssuedToken issued =
                principal.proof() == Proof.API_KEY ? issue(principal, request) : issue(call, principal, request);
        return Future.succeededFuture(Answer.ok(ServerFrames.tokenBody(issued)));
    }

    private Principal holder(Call call, Secret key) {
        Principal principal = door.byKey(call.address(), key);
        limits.demand(Limiter.TOKENS_BY_KEY, principal.id().value());
        return principal;
    }

    private Principal visitor(Call call) {
        if (visitors == Switch.OFF || call.origin().isEmpty()) {
            throw new RefusedException(RefusalCode.KEY_INVALID);
        }
        limits.demand(Limiter.TOKENS_BY_ADDRESS, call.address());
        return Principal.anonymous();
    }

    /** A key's holder decides for whom the token is. */
    private IssuedToken issue(Principal holder, TokenRequest request) {
        Principal principal = request.person().map(holder::actingFor).orElse(holder);
        return tokens.issue(principal, request.bot(), request.origin());
    }

    /** A visitor can have a token for themselves and their page only. */
    private IssuedToken issue(Call call, Principal visitor, TokenRequest request) {
        Optional<Origin> origin = call.origin();
        if (request.person().isPresent() || request.origin().isPresent()) {
            throw new RefusedException(RefusalCode.FRAME_MALFORMED);
        }
        return tokens.issue(visitor, request.bot(), origin);
    }
}
