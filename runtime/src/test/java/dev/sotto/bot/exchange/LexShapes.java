package dev.sotto.bot.exchange;

import java.util.List;

/** Exports of the kinds that are found in public: what they say is ours, the way they are built is theirs. */
final class LexShapes {

    private static final String BOT = "Shape/";
    private static final String LOCALE = BOT + "BotLocales/en_US/";

    private LexShapes() {}

    static List<LexZip> all() {
        return List.of(LexZip.flowers(), loop(), states(), dates(), twoLocales());
    }

    /** Old style: slots by priority, the fulfilment in code that may ask on and on. */
    static LexZip loop() {
        return bot(LOCALE)
                .with(LOCALE + "Intents/MakeSandwich/Intent.json", """
                        {"name": "MakeSandwich", "identifier": "", "parentIntentSignature": null,
                         "sampleUtterances": [{"utterance": "make me a sandwich"}, {"utterance": "I am hungry"},
                           {"utterance": "a sandwich with {filling} please"}],
                         "intentClosingSetting": {"isActive": true, "closingResponse": {"allowInterrupt": true,
                           "messageGroupsList": [{"message": {"plainTextMessage": {"value": "One with {filling} is coming."}},
                             "variations": [{"plainTextMessage": {"value": "Your {filling} sandwich is being made."}}]}]}},
                         "dialogCodeHook": null,
                         "fulfillmentCodeHook": {"enabled": true, "postFulfillmentStatusSpecification": null},
                         "slotPriorities": [{"priority": 2, "slotName": "bread"}, {"priority": 1, "slotName": "filling"},
                           {"priority": 3, "slotName": "more"}]}""")
                .with(slot("MakeSandwich", "filling"), LexZip.slot("filling", "Filling", "What would you like in it?"))
                .with(slot("MakeSandwich", "bread"), LexZip.slot("bread", "Bread", "Which bread?"))
                .with(
                        slot("MakeSandwich", "more"),
                        LexZip.slot("more", "More", "Anything else in it?").replace("Required", "Optional"))
                .with(type("Filling"), values("Filling", "ORIGINAL_VALUE", "cheese", "ham", "egg"))
                .with(type("Bread"), values("Bread", "TOP_RESOLUTION", "white", "brown"))
                .with(type("More"), values("More", "TOP_RESOLUTION", "more", "done"));
    }

    /** New style: steps, labels, calls, conditions and a fallback that counts. */
    static LexZip states() {
        String end =
                "{\"sessionAttributes\": {}, \"dialogAction\": {\"type\": \"EndConversation\"}, \"intent\": {\"slots\": {}}}";
        return bot(LOCALE)
                .with(LOCALE + "Intents/Remind/Intent.json", """
                        {"name": "Remind", "identifier": "", "sampleUtterances": [{"utterance": "remind me"},
                           {"utterance": "send me a note"}, {"utterance": "remind me {days} days before"}],
                         "initialResponseSetting": {"nextStep": {"sessionAttributes": {"count": "0", "lost": "false"},
                             "dialogAction": {"type": "EvaluateConditional"}, "intent": {"slots": {}}},
                           "conditional": {"isActive": true, "conditionalBranches": [{"name": "known",
                               "condition": {"expressionString": "fn.IS_SET({days})"},
                               "nextStep": {"dialogAction": {"type": "InvokeDialogCodeHook"}}}],
                             "defaultBranch": {"response": {"messageGroupsList": [%s]},
                               "nextStep": {"dialogAction": {"type": "InvokeDialogCodeHook"}}}},
                           "codeHook": {"isActive": true, "enableCodeHookInvocation": true, "invocationLabel": "Remind_Begin",
                             "postCodeHookSpecification": {"successNextStep": {"dialogAction": {"type": "ElicitSlot",
                               "slotToElicit": "days"}}, "failureNextStep": %s, "timeoutNextStep": %s}}},
                         "dialogCodeHook": {"enabled": true},
                         "fulfillmentCodeHook": {"isActive": true, "enabled": true, "postFulfillmentStatusSpecification": {
                           "successResponse": {"messageGroupsList": [%s]}, "successNextStep": %s, "failureNextStep": %s,
                           "timeoutNextStep": %s}},
                         "slotPriorities": [{"priority": 0, "slotName": "days"}]}""".formatted(
                                LexZip.said("You choose the day."),
                                end,
                                end,
                                LexZip.said("You will hear from us {days} days before."),
                                end,
                                end,
                                end))
                .with(
                        slot("Remind", "days"),
                        LexZip.slot("days", "AMAZON.Number", "How many days before?")
                                .replace("\"slotConstraint\"", """
                                "slotCaptureSetting": {"captureNextStep": {"dialogAction": {"type": "EvaluateConditional"}},
                                  "captureConditional": {"isActive": true, "conditionalBranches": [{"name": "far",
                                      "condition": {"expressionString": "{days} > 7"}, "response": {"messageGroupsList": [%s]},
                                      "nextStep": {"dialogAction": {"type": "ElicitSlot", "slotToElicit": "days",
                                          "suppressNextMessage": true},
                                        "intent": {"name": "Remind", "slots": {"days": {"value": {}}}}}}],
                                    "defaultBranch": {"nextStep": {"dialogAction": {"type": "FulfillIntent"}}}},
                                  "failureNextStep": {"sessionAttributes": {"lost": "true"},
                                    "dialogAction": {"type": "StartIntent"}, "intent": {"name": "FallbackIntent"}},
                                  "elicitationCodeHook": {"enableCodeHookInvocation": true, "invocationLabel": "Remind_Days"}},
                                "slotConstraint\"""".formatted(
                                                LexZip.said("A week at most. How many days?"))))
                .with(LOCALE + "Intents/FallbackIntent/Intent.json", """
                        {"name": "FallbackIntent", "parentIntentSignature": "AMAZON.FallbackIntent",
                         "initialResponseSetting": {"nextStep": {"dialogAction": {"type": "EvaluateConditional"}},
                           "conditional": {"isActive": true, "conditionalBranches": [
                             {"name": "first", "response": {"messageGroupsList": [%s]},
                              "condition": {"expressionString": "(!fn.IS_SET([count]) OR [count] = \\"0\\") AND [lost] != \\"true\\" OR !fn.IS_SET([lost])"},
                              "nextStep": {"sessionAttributes": {"count": "1", "lost": "false"}, "dialogAction": {"type": "ElicitIntent"}}}],
                             "defaultBranch": {"nextStep": {"dialogAction": {"type": "FulfillIntent"}}}}},
                         "fulfillmentCodeHook": {"isActive": true, "enabled": false, "postFulfillmentStatusSpecification": {
                           "successResponse": {"messageGroupsList": [%s]}, "successNextStep": %s}}}""".formatted(
                                LexZip.said("I can remind you. Say so."), LexZip.said("Somebody will help you."), end));
    }

    /** Dates and times, a confirmation, calls after each attempt, and an intent that repeats. */
    static LexZip dates() {
        String end =
                "{\"dialogAction\": {\"type\": \"EndConversation\", \"slotToElicit\": null}, \"sessionAttributes\": null, \"intent\": null}";
        String call = """
                "codeHook": {"isActive": true, "enableCodeHookInvocation": true, "invocationLabel": null,
                  "postCodeHookSpecification": {"failureNextStep": %s, "successNextStep": %%s, "timeoutNextStep": %s}},
                "nextStep": {"dialogAction": {"type": "InvokeDialogCodeHook"}}""".formatted(end, end);
        return bot(LOCALE)
                .with(LOCALE + "Intents/Visit/Intent.json", """
                        {"name": "Visit", "sampleUtterances": [{"utterance": "I would like to come and see you"},
                           {"utterance": "make an appointment"}],
                         "initialResponseSetting": {%s},
                         "intentConfirmationSetting": {"isActive": true,
                           "promptSpecification": {"messageGroupsList": [%s], "maxRetries": 2},
                           "declinationResponse": {"messageGroupsList": [%s]}, "declinationNextStep": %s,
                           "confirmationNextStep": %s,
                           "failureNextStep": {"dialogAction": {"type": "StartIntent"}, "intent": {"name": "FallbackIntent"}},
                           "elicitationCodeHook": {"enableCodeHookInvocation": true, "invocationLabel": null}},
                         "dialogCodeHook": {"enabled": true}, "fulfillmentCodeHook": null,
                         "slotPriorities": [{"priority": 2, "slotName": "at"}, {"priority": 1, "slotName": "day"}]}""".formatted(
                                call.formatted(ask("day")),
                                LexZip.said("At {at} on {day}, is that right?"),
                                LexZip.said("Then not."),
                                end,
                                end))
                .with(slot("Visit", "day"), led("day", "AMAZON.Date", "Which day?", ask("at")))
                .with(
                        slot("Visit", "at"),
                        led("at", "AMAZON.Time", "At what time?", "{\"dialogAction\": {\"type\": \"ConfirmIntent\"}}"))
                .with(LOCALE + "Intents/RepeatIntent/Intent.json", """
                        {"name": "RepeatIntent", "parentIntentSignature": "AMAZON.RepeatIntent", "sampleUtterances": null,
                         "initialResponseSetting": {%s}, "dialogCodeHook": {"enabled": true}}""".formatted(call.formatted(end)));
    }

    /** One bot in two languages, in the style of before paths. */
    static LexZip twoLocales() {
        LexZip zip = bot(LOCALE);
        for (String locale : List.of("en_US", "de_DE")) {
            String root = BOT + "BotLocales/" + locale + "/";
            boolean english = locale.startsWith("en");
            zip.with(root + "BotLocale.json", "{\"identifier\": \"" + locale + "\", \"nluConfidenceThreshold\": 0.4}")
                    .with(root + "Intents/Find/Intent.json", """
                            {"name": "Find", "sampleUtterances": [{"utterance": "%s"}, {"utterance": "%s"}],
                             "dialogCodeHook": {"enabled": true}, "fulfillmentCodeHook": {"enabled": true},
                             "slotPriorities": [{"priority": 1, "slotName": "name"}]}""".formatted(
                                    english ? "find my room" : "suche mein Zimmer",
                                    english ? "look for my reservation" : "meine Reservierung finden"))
                    .with(
                            root + "Intents/Find/Slots/name/Slot.json",
                            LexZip.slot("name", "Guest", english ? "Your name?" : "Ihr Name?"))
                    .with(root + "SlotTypes/Guest/SlotType.json", values("Guest", "ORIGINAL_VALUE", "Jay", "Olivia"))
                    .with(root + "Intents/FallbackIntent/Intent.json", """
                            {"name": "FallbackIntent", "parentIntentSignature": "AMAZON.FallbackIntent"}""");
        }
        return zip;
    }

    private static LexZip bot(String locale) {
        return new LexZip()
                .with("Manifest.json", """
                        {"metaData": {"schemaVersion": "1", "resourceType": "BOT", "fileFormat": "LexJson"}}""")
                .with(BOT + "Bot.json", """
                        {"name": "Shape", "version": "DRAFT", "dataPrivacy": {"childDirected": false}}""")
                .with(locale + "BotLocale.json", """
                        {"identifier": "en_US", "voiceSettings": {"voiceId": "Ivy"}, "nluConfidenceThreshold": 0.4}""")
                .with(locale + "Intents/FallbackIntent/Intent.json", """
                        {"name": "FallbackIntent", "parentIntentSignature": "AMAZON.FallbackIntent"}""");
    }

    private static String slot(String intent, String name) {
        return LOCALE + "Intents/" + intent + "/Slots/" + name + "/Slot.json";
    }

    private static String type(String name) {
        return LOCALE + "SlotTypes/" + name + "/SlotType.json";
    }

    private static String values(String name, String strategy, String... values) {
        StringBuilder list = new StringBuilder();
        for (String value : values) {
            list.append(list.isEmpty() ? "" : ", ")
                    .append("{\"sampleValue\": {\"value\": \"" + value + "\"}, \"synonyms\": null}");
        }
        return "{\"name\": \"" + name + "\", \"slotTypeValues\": [" + list
                + "], \"valueSelectionSetting\": {\"resolutionStrategy\": \"" + strategy + "\"}}";
    }

    private static String ask(String slot) {
        return "{\"dialogAction\": {\"type\": \"ElicitSlot\", \"slotToElicit\": \"" + slot + "\"}}";
    }

    private static String led(String name, String type, String question, String step) {
        return LexZip.slot(name, type, question).replace("\"slotConstraint\"", """
                "slotCaptureSetting": {"captureNextStep": %s,
                  "failureNextStep": {"dialogAction": {"type": "StartIntent"}, "intent": {"name": "FallbackIntent"}},
                  "elicitationCodeHook": {"enableCodeHookInvocation": true, "invocationLabel": null}},
                "slotConstraint\"""".formatted(step));
    }
}
