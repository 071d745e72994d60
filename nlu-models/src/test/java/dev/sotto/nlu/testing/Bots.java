package dev.sotto.nlu.testing;

import dev.sotto.nlu.TrainingSet;
import java.util.Locale;

/** Bots of the size that people write first. */
public final class Bots {

    private Bots() {}

    public static TrainingSet bank() {
        return TestBot.in(Locale.UK)
                .intent(
                        "check-balance",
                        "account:account",
                        "what is my balance",
                        "how much money do I have",
                        "what's in my {account} account",
                        "balance of my [savings](account) account please",
                        "how much is left in my account",
                        "show me my balance",
                        "can you tell me how much I have in [current](account)",
                        "am I overdrawn")
                .intent(
                        "pay-someone",
                        "payee:payee amount:money",
                        "pay [Anna](payee) [twenty pounds](amount)",
                        "send money to {payee}",
                        "I want to pay someone",
                        "transfer {amount} to {payee}",
                        "send {payee} {amount}",
                        "can you send [£50](amount) to [Bob](payee)",
                        "make a payment",
                        "make a payment of {amount} to {payee}",
                        "I need to pay my [landlord](payee)",
                        "send some money")
                .intent(
                        "block-card",
                        "",
                        "block my card",
                        "I lost my card",
                        "my card was stolen",
                        "cancel my debit card",
                        "someone has taken my wallet",
                        "freeze my credit card",
                        "I can't find my bank card")
                .intent(
                        "opening-hours",
                        "",
                        "when are you open",
                        "what are your opening hours",
                        "what time does the branch close",
                        "are you open on saturday",
                        "when does the bank open")
                .intent(
                        "talk-to-person",
                        "",
                        "talk to a person",
                        "I want to speak to a human",
                        "let me talk to an agent",
                        "can I speak to somebody",
                        "put me through to customer service")
                .openType("payee", "anna = my sister", "bob", "landlord")
                .type("account", "current = checking, everyday", "savings = saver, rainy day")
                .build();
    }

    public static TrainingSet coffee() {
        return TestBot.in(Locale.UK)
                .intent(
                        "order",
                        "size:size drink:drink roast:roast shots:number milk:milk sugars:number",
                        "I'd like a coffee",
                        "a {size} {drink} please",
                        "can I have a [large](size) [flat white](drink)",
                        "one {drink} with {milk} milk",
                        "I want to order a drink",
                        "a [small](size) [latte](drink) with [two](shots) shots and [one](sugars) sugar",
                        "{size} {drink} with {shots} shots",
                        "{drink} with {sugars} sugars",
                        "a [dark](roast) roast [americano](drink)",
                        "get me a {drink} with [oat](milk) milk and {sugars} sugars")
                .intent(
                        "menu",
                        "",
                        "what do you have",
                        "show me the menu",
                        "which drinks are there",
                        "what can I order")
                .intent(
                        "cancel-order",
                        "",
                        "cancel my order",
                        "forget it",
                        "I don't want anything any more",
                        "never mind the order",
                        "stop, I changed my mind")
                .intent("hours", "", "when do you close", "are you open now", "what are your opening times")
                .type(
                        "size",
                        "small = little, short",
                        "medium = regular, normal",
                        "large = big, grande",
                        "extra large = huge")
                .type(
                        "drink",
                        "latte = caffe latte",
                        "flat white",
                        "cappuccino",
                        "americano = black coffee",
                        "espresso",
                        "mocha")
                .type("roast", "light = blonde", "medium roast", "dark = strong")
                .type("milk", "whole = full fat, normal milk", "oat", "soy = soya", "almond", "none = no milk, black")
                .build();
    }

    public static TrainingSet helpdesk() {
        return TestBot.in(Locale.US)
                .intent(
                        "install-software",
                        "software:software",
                        "install {software}",
                        "I need {software} on my laptop",
                        "can I get [Photoshop](software) installed",
                        "please put [Visual Studio](software) on my machine",
                        "I want a new program")
                .intent(
                        "reset-password",
                        "",
                        "reset my password",
                        "I forgot my password",
                        "I can't log in",
                        "my account is locked",
                        "change my password please")
                .intent(
                        "ticket-state",
                        "ticket:number",
                        "what is the state of ticket {ticket}",
                        "how is my ticket doing",
                        "any news on ticket [4711](ticket)",
                        "status of my request",
                        "has {ticket} been solved")
                .intent(
                        "salary",
                        "employee:person",
                        "what does {employee} earn",
                        "how much does [Maria Lopez](employee) make",
                        "show me the salary of {employee}",
                        "what is the pay of [John](employee)")
                .openType("software", "photoshop", "visual studio = vs", "office = word, excel")
                .openType("person")
                .build();
    }
}
