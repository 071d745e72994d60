package dev.sotto.channel.http;

import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.channel.Doorkeeper;
import dev.sotto.channel.frame.BotCard;
import dev.sotto.channel.frame.ServerFrames;
import dev.sotto.config.Switch;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** {@code GET /v1/bots}: the bots that whoever asks may talk to. */
final class BotsEndpoint implements Endpoint {

    private final Doorkeeper door;
    private final Supplier<List<List<Bot>>> bots;
    private final Switch visitors;

    BotsEndpoint(Doorkeeper door, Supplier<List<List<Bot>>> bots, Switch visitors) {
        this.door = door;
        this.bots = bots;
        this.visitors = visitors;
    }

    @Override
    public Future<Answer> answer(Call call) {
        Predicate<BotName> visible = call.bearer()
                .map(key -> door.byKey(call.address(), key))
                .<Predicate<BotName>>map(holder -> holder::mayTalkTo)
                .orElse(name -> visitors == Switch.ON);
        List<BotCard> cards = bots.get().stream()
                .filter(locales -> visible.test(locales.get(0).name()))
                .map(BotsEndpoint::card)
                .toList();
        return Future.succeededFuture(Answer.ok(ServerFrames.botsBody(cards)));
    }

    private static BotCard card(List<Bot> locales) {
        Bot main = locales.get(0);
        return new BotCard(
                main.name(),
                main.title(),
                main.hint(),
                locales.stream().map(Bot::locale).toList());
    }
}
