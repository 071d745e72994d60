package dev.sotto.bot.exchange;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Writes exports whose intent goes anywhere from each of its places. */
final class RandomPaths {

    private final Random random;

    private RandomPaths(Random random) {
        this.random = random;
    }

    static LexZip flowers(Random random) {
        RandomPaths paths = new RandomPaths(random);
        LexZip zip = LexZip.flowers()
                .changed(
                        LexZip.ORDER + "Intent.json",
                        "\"identifier\": \"\"",
                        "\"initialResponseSetting\": {"
                                + paths.place("initialResponse", "nextStep", "conditional", true)
                                + "}, \"fulfillmentCodeHook\": {\"isActive\": true, \"enabled\": "
                                + random.nextBoolean()
                                + ", \"postFulfillmentStatusSpecification\": {" + paths.place("success", false) + ", "
                                + paths.place("failure", false) + ", " + paths.place("timeout", false) + "}}")
                .changed(
                        LexZip.ORDER + "Intent.json",
                        "\"declinationResponse\"",
                        paths.place("confirmation", true) + ", " + paths.place("failure", false)
                                + ", \"declinationNextStep\": " + paths.step(false) + ", \"declinationResponse\"");
        for (String slot : List.of("Kind", "Count")) {
            zip.changed(
                    LexZip.ORDER + "Slots/" + slot + "/Slot.json",
                    "\"slotConstraint\": \"Required\"",
                    "\"slotCaptureSetting\": {" + paths.place("capture", true) + ", " + paths.place("failure", false)
                            + "}, \"slotConstraint\": \"" + paths.one("Required", "Required", "Optional") + "\"");
        }
        return zip;
    }

    private String place(String prefix, boolean calls) {
        return place(prefix + "Response", prefix + "NextStep", prefix + "Conditional", calls);
    }

    private String place(String response, String step, String conditional, boolean calls) {
        String hook = calls ? ", \"codeHook\": " + hook() : "";
        return "\"" + response + "\": " + maybe(this::said) + ", \"" + step + "\": " + maybe(() -> step(calls)) + ", \""
                + conditional + "\": " + maybe(() -> conditional(calls)) + hook;
    }

    private String conditional(boolean calls) {
        String branch = """
                {"name": "b", "condition": {"expressionString": "%s"}, "response": %s, "nextStep": %s}""";
        String branches = branch.formatted(
                one("{Kind} = roses", "fn.IS_SET([a]) || !fn.IS_SET({Count})", "{Count} >= 3 AND [a] != \\\"x\\\""),
                maybe(this::said),
                step(calls));
        String last = "{\"response\": " + maybe(this::said) + ", \"nextStep\": " + maybe(() -> step(calls)) + "}";
        return "{\"isActive\": " + (random.nextInt(4) > 0) + ", \"conditionalBranches\": [" + branches
                + "], \"defaultBranch\": " + maybe(() -> last) + "}";
    }

    private String hook() {
        return "{\"isActive\": true, \"enableCodeHookInvocation\": true"
                + ", \"invocationLabel\": " + maybe(() -> "\"label\"") + ", \"postCodeHookSpecification\": {"
                + place("success", false) + ", " + place("failure", false) + ", " + place("timeout", false) + "}}";
    }

    private String step(boolean calls) {
        String type = one(
                "ElicitSlot",
                "ConfirmIntent",
                "FulfillIntent",
                "CloseIntent",
                "ElicitIntent",
                "EndConversation",
                "EvaluateConditional",
                calls ? "InvokeDialogCodeHook" : "ElicitSlot");
        return """
                {"dialogAction": {"type": "%s", "slotToElicit": %s, "suppressNextMessage": %s},
                 "sessionAttributes": %s, "intent": %s}""".formatted(
                        type,
                        type.equals("ElicitSlot") ? "\"" + one("Kind", "Count") + "\"" : null,
                        type.equals("ElicitSlot") ? maybe(() -> "true") : null,
                        maybe(() -> "{\"a\": \"" + one("x", "{Kind}") + "\"}"),
                        maybe(() -> "{\"name\": null, \"slots\": {\"Count\": {\"shape\": \"Scalar\", \"value\": "
                                + one("{}", "{\"interpretedValue\": \"2\"}") + "}}}"));
    }

    private String said() {
        return "{\"messageGroupsList\": [" + LexZip.said(one("Well.", "So {Kind} [a].")) + "]}";
    }

    private String maybe(Supplier<String> text) {
        return random.nextBoolean() ? text.get() : "null";
    }

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
