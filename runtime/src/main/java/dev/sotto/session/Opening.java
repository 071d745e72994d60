package dev.sotto.session;

import dev.sotto.access.Principal;
import dev.sotto.bot.BotName;
import java.util.Optional;

/**
 * The wish for a session.
 *
 * @param principal whose token was redeemed for it
 * @param bot the alias to be resolved
 * @param locale a language tag (BCP 47); {@code auto} or none leaves it to the bot
 * @param client the client's own id for the conversation; one with the same principal, bot and locale is found again
 */
public record Opening(Principal principal, BotName bot, Optional<String> locale, Optional<ClientId> client) {}
