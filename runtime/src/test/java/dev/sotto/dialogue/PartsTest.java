package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import org.junit.jupiter.api.Test;

/** Slots of several parts. */
class PartsTest {

    private static final String YAML = """
            bot: shop
            locale: en-GB
            intents:
              move:
                says: [move]
                slots:
                  home:
                    ask: Where to?
                    parts:
                      street: { type: street, ask: Which street?, retries: 0 }
                      house: { type: house, required: no }
                      city: { type: city, ask: Which city? }
                    captured: "So {home}."
                    failed: { say: No address then., then: close }
                  day: { type: house, ask: When? }
                each-turn: { hook: "https://hooks.example/x" }
                answer: "{home} on {day}."
            types: { house: { open: yes } }
            """;
    private static final Bot BOT = Bots.read(YAML);

    @Test
    void asksForTheWholeAndThenForWhatIsMissing() {
        Talk.plays(quiet(), """
                > move 0.9
                < ask home.street 0: Where to?
                - ElicitSlot InProgress
                > home.street=baker
                < ask home.city 0: Which city?
                - ElicitSlot InProgress
                > home.city=leeds
                < say: So baker leeds.
                < ask day 0: When?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void goesOnWhenAllPartsThatAreNeededWereVolunteeredInAnyOrder() {
        Talk.plays(quiet(), """
                > move 0.9 home.city=leeds
                < ask home.street 0: Which street?
                - ElicitSlot InProgress
                > move 0.9 home.street=baker home.house=seven
                < say: So baker seven leeds.
                < ask day 0: When?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void goesTheWayOfTheWholeWhenAPartCannotBeHad() {
        Talk.plays(quiet(), """
                > move 0.9
                < ask home.street 0: Where to?
                - ElicitSlot InProgress
                > mumble
                < say: No address then.
                < ask anything 0: Is there anything else?
                - Close Failed
                """);
    }

    @Test
    void letsAHookEmptyAndAskForTheWhole() {
        Talk.plays(BOT, """
                > move 0.9 home.city=leeds home.street=baker
                @ DialogCodeHook move 1.1 ElicitSlot day 0
                > hook ElicitSlot move home home=: Where do you live?
                < ask home.street 0: Where do you live?
                - ElicitSlot InProgress
                """);
    }

    @Test
    void refusesAValueForTheWhole() {
        Talk.plays(BOT, """
                > move 0.9 home.city=leeds home.street=baker
                @ DialogCodeHook move 1.1 ElicitSlot day 0
                > hook Delegate move home=leeds
                < say: I am sorry, something went wrong. Please try again later.
                < ask anything 0: Is there anything else?
                - Close Failed
                """);
    }

    private static Bot quiet() {
        return Bots.read(YAML.replace("    each-turn: { hook: \"https://hooks.example/x\" }\n", ""));
    }
}
