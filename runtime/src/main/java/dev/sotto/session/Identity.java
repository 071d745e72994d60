package dev.sotto.session;

import dev.sotto.access.PrincipalId;
import dev.sotto.bot.BotName;
import dev.sotto.sensitive.PersonId;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes a conversation the same one when a client comes back without a key. The person belongs to it, so that two
 * people whom one API key vouches for cannot come into each other's conversation by choosing the same client's id.
 */
record Identity(PrincipalId principal, Optional<PersonId> person, BotName bot, Locale locale, ClientId client) {}
