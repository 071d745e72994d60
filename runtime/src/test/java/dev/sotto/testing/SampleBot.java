package dev.sotto.testing;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.yaml.Problems;

/** A small bot to talk to: it tells the hours, pays by a hook, guards a salary, hands over and hangs up. */
public final class SampleBot {

    private static final String YAML = """
            bot: sample
            title: Sample
            locale: en-GB
            greeting: Hello.
            again: Anything else?
            intents:
              hours:
                says: [hours]
                answer: Nine to five.
              pay:
                says: [pay]
                slots:
                  payee: { type: payee, ask: "Who?" }
                fulfil: { hook: "https://core.example/pay", timeout: 3s }
                answer: "Sent to {payee}."
              salary:
                says: [salary]
                slots:
                  employee: { type: payee, ask: "Whose?" }
                answer: "It is much."
                requires: { scopes: [payroll] }
              book:
                says: [book]
                slots:
                  guest: { type: payee, ask: "For whom?", listen: { text: { wait: 30s } } }
                fulfil:
                  hook: "https://core.example/book"
                  timeout: 1m
                  started: { say: One moment., after: 5s }
                answer: "Booked for {guest}."
              agent:
                says: [agent]
                answer: One moment.
                then: { transfer: agents }
              bye:
                says: [bye]
                answer: Goodbye.
                then: hangup
            types:
              payee: { open: yes, values: { anna: [] } }
            """;

    private SampleBot() {}

    /** Returns the bot. */
    public static Bot bot() {
        return bot("Hello.");
    }

    /** Returns the bot with a greeting of its own, by which one version is told from another. */
    public static Bot bot(String greeting) {
        Problems problems = new Problems();
        String yaml = YAML.replace("greeting: Hello.", "greeting: " + greeting);
        return BotReader.read(new SourceFile("bot.yaml", yaml), "sample", problems)
                .orElseThrow(() -> new AssertionError(problems.sorted()));
    }
}
