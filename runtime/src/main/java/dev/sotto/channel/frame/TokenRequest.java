package dev.sotto.channel.frame;

import dev.sotto.access.Origin;
import dev.sotto.bot.BotName;
import dev.sotto.sensitive.PersonId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody asks a token for.
 *
 * @param origin of the pages that shall be able to use it; only a key's holder may name one
 * @param person their own id for the person behind the session; only a key's holder may name one
 */
public record TokenRequest(BotName bot, Optional<Origin> origin, Optional<PersonId> person) {

    private static final Pattern PERSON = Pattern.compile("(?s).{1,128}");

    static TokenRequest of(Members members) {
        return new TokenRequest(
                ClientFrames.botName(members.text("bot")),
                members.optionalText("origin").map(TokenRequest::origin),
                person(members));
    }

    static Optional<PersonId> person(Members members) {
        return members.optionalText("person").map(id -> new PersonId(ClientFrames.matching(PERSON, id)));
    }

    private static Origin origin(String text) {
        return Origin.parse(text).orElseThrow(Members::malformed);
    }
}
