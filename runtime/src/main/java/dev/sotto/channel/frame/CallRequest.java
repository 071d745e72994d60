package dev.sotto.channel.frame;

import dev.sotto.bot.BotName;
import dev.sotto.sensitive.PersonId;
import java.util.Optional;

/**
 * What somebody asks a ticket for a telephone call for.
 *
 * @param locale which language is wished for, if any
 * @param person their own id for the caller
 */
public record CallRequest(BotName bot, Optional<String> locale, Optional<PersonId> person) {

    static CallRequest of(Members members) {
        return new CallRequest(
                ClientFrames.botName(members.text("bot")), ClientFrames.locale(members), TokenRequest.person(members));
    }
}
