package dev.sotto.channel.http;

import dev.sotto.access.CallTickets;
import dev.sotto.access.RateLimits;
import dev.sotto.access.Tokens;
import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.channel.Doorkeeper;
import dev.sotto.channel.frame.ShownSizes;
import dev.sotto.config.Switch;
import dev.sotto.session.Sessions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the API over HTTPS is made of.
 *
 * @param bots lists those that can be talked to now, each in its locales
 * @param visitors whether somebody without a key may talk to them
 * @param sizes bounds on what a person types
 * @param calls gives out tickets for telephone calls
 */
public record Api(
        Doorkeeper door,
        Tokens tokens,
        RateLimits limits,
        Sessions sessions,
        Supplier<List<List<Bot>>> bots,
        Switch visitors,
        ShownSizes sizes,
        CallTickets calls) {

    Routes routes() {
        SessionEndpoints conversations = new SessionEndpoints(door, sessions, sizes);
        return new Routes(Map.of(
                "/v1/tokens", Route.post(new TokenEndpoint(door, tokens, limits, this::exists, visitors)),
                "/v1/sessions", Route.post(conversations::open),
                "/v1/sessions/{id}", Route.delete(conversations::end),
                "/v1/sessions/{id}/turns", Route.post(conversations::turn),
                "/v1/bots", Route.get(new BotsEndpoint(door, bots, visitors)),
                "/v1/calls", Route.post(new CallEndpoint(door, calls, limits, this::exists))));
    }

    private boolean exists(BotName name) {
        return bots.get().stream().anyMatch(bot -> bot.get(0).name().equals(name));
    }
}
