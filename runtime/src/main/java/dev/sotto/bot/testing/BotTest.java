package dev.sotto.bot.testing;

import dev.sotto.bot.Scope;
import dev.sotto.nlu.Moment;
import dev.sotto.yaml.Position;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation and what should come of it.
 *
 * @param position where it stands
 * @param name what it shows
 * @param locale in which it is held; the bot's first if absent
 * @param moment when it happens
 * @param scopes the permissions of the person in it; absent for somebody who is not known
 * @param steps what happens, in order
 */
public record BotTest(
        Position position,
        String name,
        Optional<Locale> locale,
        Moment moment,
        Optional<Set<Scope>> scopes,
        List<TestStep> steps) {

    public BotTest {
        scopes = scopes.map(Set::copyOf);
        steps = List.copyOf(steps);
    }
}
