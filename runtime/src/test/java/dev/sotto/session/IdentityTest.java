package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.BotGrant;
import dev.sotto.access.Principal;
import dev.sotto.bot.BotName;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.sensitive.PersonId;
import dev.sotto.turn.Input;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    private final World world = new World();
    private final RecordedOutlet first = new RecordedOutlet();
    private final RecordedOutlet second = new RecordedOutlet();
    private final Principal shop = World.key("shop");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void findsTheSessionOfTheSamePrincipalAndClientAgainAndReplacesItsConnection() {
        Attachment attachment = world.open(shop, first, "till-1");
        world.say(attachment, first, 1, "hours");
        Attachment again = world.open(shop, second, "till-1");

        assertThat(again.session()).isEqualTo(attachment.session());
        assertThat(first.replacements).isEqualTo(1);
        assertThat(second.outputs).isEqualTo(first.outputs);
        assertThat(second.admission().received()).isEqualTo(1);
        assertThat(world.sessions.size()).isEqualTo(1);
    }

    @Test
    void opensAnotherSessionForAnotherClient() {
        assertThat(world.open(shop, first, "till-1").session())
                .isNotEqualTo(world.open(shop, second, "till-2").session());
    }

    @Test
    void opensAnotherSessionWithoutAClientsId() {
        assertThat(world.open(shop, first).session())
                .isNotEqualTo(world.open(shop, second).session());
    }

    @Test
    void opensAnotherSessionForAnotherPrincipal() {
        assertThat(world.open(shop, first, "till-1").session())
                .isNotEqualTo(world.open(World.key("desk"), second, "till-1").session());
    }

    @Test
    void keepsThePeopleOfOneKeyApart() {
        Principal anna = shop.actingFor(new PersonId("anna"));
        Principal bob = shop.actingFor(new PersonId("bob"));

        assertThat(world.open(anna, first, "app").session())
                .isNotEqualTo(world.open(bob, second, "app").session());
    }

    @Test
    void keepsAnonymousVisitorsApartWhateverTheirClientsCallThem() {
        assertThat(world.open(Principal.anonymous(), first, "widget").session())
                .isNotEqualTo(
                        world.open(Principal.anonymous(), second, "widget").session());
    }

    @Test
    void opensANewSessionWhenTheOldOneIsOver() {
        Attachment attachment = world.open(shop, first, "till-1");
        world.advance(World.LIMITS.idle());

        assertThat(world.open(shop, second, "till-1").session()).isNotEqualTo(attachment.session());
        assertThat(second.said()).containsExactly("Hello.");
    }

    @Test
    void opensANewSessionWhenTheOldOneEndsAtThatVeryMoment() {
        Attachment attachment = world.open(shop, first, "till-1");
        attachment.submit(1, new Input.Left());
        Attachment again = world.open(shop, second, "till-1");

        assertThat(again.session()).isNotEqualTo(attachment.session());
    }

    @Test
    void makesTheKeysOfTheFormerConnectionVoid() {
        Attachment attachment = world.open(shop, first, "till-1");
        world.open(shop, second, "till-1");

        assertThat(world.refusal(world.sessions.attach(
                        attachment.session(), first.admission().key(), 0, new RecordedOutlet())))
                .isEqualTo(RefusalCode.KEY_INVALID);
    }

    @Test
    void refusesABotThatThereIsNot() {
        Opening nowhere = new Opening(shop, new BotName("nowhere"), Optional.empty(), Optional.empty());

        assertThat(world.refusal(world.sessions.open(nowhere, first))).isEqualTo(RefusalCode.BOT_UNKNOWN);
    }

    @Test
    void refusesABotThatThePrincipalMayNotTalkToInTheSameWords() {
        Principal limited = new Principal(
                shop.id(),
                shop.proof(),
                Set.of(),
                new BotGrant.Only(Set.of(new BotName("bank"))),
                Optional.empty(),
                Optional.empty());

        assertThat(world.refusal(world.sessions.open(World.opening(limited), first)))
                .isEqualTo(RefusalCode.BOT_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "fr", "", "nonsense!"})
    void refusesALocaleThatTheBotDoesNotSpeakAndGivesTheVersionBack(String locale) {
        Opening opening = new Opening(shop, World.SAMPLE, Optional.of(locale), Optional.empty());

        assertThat(world.refusal(world.sessions.open(opening, first))).isEqualTo(RefusalCode.LOCALE_UNKNOWN);
        world.bots.serve(world.bot, world.interpreter);
        assertThat(world.interpreter.closed).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "en-gb", "auto", "en", "en-US", "en-GB-x-y-z-0123456789"})
    void acceptsTheBotsLocaleOneOfTheSameLanguageOrNoWish(String locale) {
        Opening opening = new Opening(shop, World.SAMPLE, Optional.of(locale), Optional.empty());
        world.get(world.sessions.open(opening, first));

        assertThat(first.admission().locale()).hasToString("en_GB");
    }
}
