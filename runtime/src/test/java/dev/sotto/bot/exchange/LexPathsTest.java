package dev.sotto.bot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the conversation paths of a bot of Lex V2. */
final class LexPathsTest {

    private static final URI HOOK = URI.create("https://hooks.example.com/flowers");

    @TempDir
    private Path folder;

    @Test
    void translatesConditionsAndValuesAndSteps() throws Exception {
        LexZip zip = kindCaptured("""
                "captureNextStep": {"dialogAction": {"type": "EvaluateConditional"},
                  "sessionAttributes": {"last": "{Kind}"}},
                "captureConditional": {"isActive": true, "conditionalBranches": [
                  {"name": "none", "condition": {"expressionString": "{Kind} = \\"lilies\\" AND !fn.IS_SET([member])"},
                   "response": {"messageGroupsList": [%s]},
                   "nextStep": {"dialogAction": {"type": "ElicitSlot", "slotToElicit": "Kind", "suppressNextMessage": true},
                     "intent": {"name": null, "slots": {"Kind": {"shape": "Scalar", "value": {}}}}}},
                  {"name": "one", "condition": {"expressionString": "{Kind} = \\"roses\\""},
                   "nextStep": {"dialogAction": {"type": "FulfillIntent"},
                     "intent": {"slots": {"Count": {"shape": "Scalar", "value": {"interpretedValue": "1"}}}}}}],
                  "defaultBranch": {"nextStep": {"dialogAction": {"type": "ConfirmIntent"}}}}""".formatted(LexZip.said("Members only. Which others?")));

        Imported imported = only(zip, Optional.empty());

        assertThat(imported.yaml("flowers", Optional.empty())).contains("""
                        captured:
                          set:
                            last: "{Kind}"
                          when:
                            - if: "{Kind} = \\"lilies\\" AND NOT fn.IS_SET([member])"
                              say: Members only. Which others?
                              fill:
                                Kind:
                              then: { ask: Kind, silently: yes }
                            - if: "{Kind} = \\"roses\\""
                              fill:
                                Count: "1"
                              then: fulfil
                """);
        assertThat(imported.left()).isEmpty();
        assertThat(imported.approximated()).isEmpty();
    }

    @Test
    void translatesCallsInTheMiddleAndWhatFollowsThem() throws Exception {
        LexZip zip = kindCaptured("""
                "elicitationCodeHook": {"enableCodeHookInvocation": true, "invocationLabel": "each"},
                "captureNextStep": {"dialogAction": {"type": "InvokeDialogCodeHook"}},
                "codeHook": {"isActive": true, "enableCodeHookInvocation": true, "invocationLabel": "kind",
                  "postCodeHookSpecification": {
                    "successNextStep": {"dialogAction": {"type": "ConfirmIntent"}},
                    "failureResponse": {"messageGroupsList": [%s]},
                    "failureNextStep": {"dialogAction": {"type": "StartIntent"}, "intent": {"name": "FallbackIntent"}},
                    "timeoutNextStep": {"dialogAction": {"type": "CloseIntent"}}}}""".formatted(LexZip.said("Oh.")));

        Imported with = only(zip, Optional.of(HOOK));
        Imported without = only(zip, Optional.empty());

        assertThat(with.yaml("flowers", Optional.of(HOOK))).contains("""
                        each-try:
                          hook: "https://hooks.example.com/flowers"
                          label: each
                        captured:
                          then:
                            call:
                              hook: "https://hooks.example.com/flowers"
                              label: kind
                              failed:
                                say: Oh.
                                then: listen
                              timed-out: { then: close }
                """);
        assertThat(with.left()).isEmpty();
        // Without its address a call is left out, and the bot goes on as after one that succeeded.
        assertThat(without.yaml("flowers", Optional.empty())).doesNotContain("captured", "each-try");
        assertThat(without.left()).hasSize(2).allMatch(line -> line.contains("--hook"));
    }

    @Test
    void translatesTheFallbackIntent() throws Exception {
        LexZip zip = LexZip.flowers()
                .with(LexZip.LOCALE + "Intents/FallbackIntent/Intent.json", """
                {"name": "FallbackIntent", "parentIntentSignature": "AMAZON.FallbackIntent",
                 "initialResponseSetting": {"conditional": {"isActive": true, "conditionalBranches": [
                     {"name": "first", "condition": {"expressionString": "!fn.IS_SET([tries])"},
                      "response": {"messageGroupsList": [%s]},
                      "nextStep": {"dialogAction": {"type": "ElicitIntent"}, "sessionAttributes": {"tries": "1"}}}],
                     "defaultBranch": {"nextStep": {"dialogAction": {"type": "StartIntent"}, "intent": {"name": "Order"}}}}}}""".formatted(LexZip.said("Pardon?")));

        Imported imported = only(zip, Optional.empty());

        assertThat(imported.yaml("flowers", Optional.empty())).contains("""
                repair:
                  attempts: 10
                """, """
                  FallbackIntent:
                    fallback: yes
                    begin:
                      when:
                        - if: "NOT fn.IS_SET([tries])"
                          say: Pardon?
                          set:
                            tries: "1"
                          then: listen
                      then: { start: Order }
                """);
    }

    @Test
    void translatesContextsAndDefaults() throws Exception {
        LexZip zip = LexZip.flowers()
                .changed(LexZip.ORDER + "Intent.json", "\"identifier\": \"\"", """
                        "inputContexts": [{"name": "greeted"}],
                        "outputContexts": [{"name": "ordered", "turnsToLive": 5, "timeToLiveInSeconds": 90}]""")
                .changed(LexZip.ORDER + "Slots/Kind/Slot.json", "\"slotConstraint\"", """
                        "defaultValueSpecification": {"defaultValueList": [{"defaultValue": "#ordered.Kind"},
                          {"defaultValue": "<favourite>"}, {"defaultValue": "roses"}]},
                        "slotConstraint\"""");

        Imported imported = only(zip, Optional.empty());

        assertThat(imported.yaml("flowers", Optional.empty())).contains("""
                    contexts:
                      needs: [greeted]
                      gives:
                        ordered: { turns: 5, for: 90s }
                """, """
                        default:
                          - "#ordered.Kind"
                          - roses
                """);
        assertThat(imported.left()).singleElement().asString().contains("request attribute");
    }

    @Test
    void translatesWhatFollowsTheConfirmationAndTheFulfilment() throws Exception {
        LexZip zip = LexZip.flowers()
                .changed(LexZip.ORDER + "Intent.json", "\"identifier\": \"\"", """
                        "fulfillmentCodeHook": {"enabled": true, "isActive": true, "postFulfillmentStatusSpecification": {
                          "successResponse": {"messageGroupsList": [%s]},
                          "failureResponse": {"messageGroupsList": [%s]},
                          "timeoutNextStep": {"dialogAction": {"type": "ElicitIntent"}}}}""".formatted(
                                LexZip.said("Paid."), LexZip.said("Not paid.")))
                .changed(LexZip.ORDER + "Intent.json", "\"declinationResponse\"", """
                        "declinationNextStep": {"dialogAction": {"type": "ElicitSlot", "slotToElicit": "Kind"}},
                        "failureNextStep": {"dialogAction": {"type": "StartIntent"}, "intent": {"name": "FallbackIntent"}},
                        "confirmationNextStep": {"dialogAction": {"type": "FulfillIntent"}},
                        "declinationResponse\"""");

        assertThat(only(zip, Optional.of(HOOK)).yaml("flowers", Optional.of(HOOK)))
                .contains("""
                      retries: 1
                      declined:
                        say: All right.
                        then: { ask: Kind }
                    fulfil:
                      hook: "https://hooks.example.com/flowers"
                    answer: Paid.
                    failed: Not paid.
                    timed-out: { then: listen }
                    closing: They are on their way.
                """);
    }

    @Test
    void tellsWhereAConditionNamesWhatDoesNotExist() throws Exception {
        LexZip zip = kindCaptured("""
                "captureConditional": {"isActive": true, "conditionalBranches": [
                  {"name": "a", "condition": {"expressionString": "{Nothing} = 1"}},
                  {"name": "b", "condition": {"expressionString": "channel = \\"web\\""}}]}""");

        assertThat(only(zip, Optional.empty()).left())
                .hasSize(2)
                .allMatch(line -> line.contains("Slots/Kind/Slot.json: valueElicitationSetting.slotCaptureSetting"
                        + ".captureConditional.conditionalBranches["));
    }

    @Test
    void leavesOutWhatNeedsTheCloudAndWhatLeadsThere() throws Exception {
        LexZip zip = kindCaptured("""
                        "captureNextStep": {"dialogAction": {"type": "StartIntent"}, "intent": {"name": "Ask"}}""").with(LexZip.LOCALE + "Intents/Ask/Intent.json", """
                        {"name": "Ask", "parentIntentSignature": "AMAZON.QnAIntent",
                         "qnAIntentConfiguration": {"dataSourceConfiguration": {"kendraConfiguration": null}}}""");

        assertThat(only(zip, Optional.empty()).left())
                .hasSize(2)
                .anyMatch(line -> line.contains("Ask/Intent.json: an intent that means nothing without the cloud"))
                .anyMatch(line -> line.contains("captureNextStep: begins an intent that is not there"));
    }

    /** Returns the export with more about what follows one of its slots. */
    private static LexZip kindCaptured(String members) {
        return LexZip.flowers()
                .changed(
                        LexZip.ORDER + "Slots/Kind/Slot.json",
                        "\"slotConstraint\"",
                        "\"slotCaptureSetting\": {" + members + "}, \"slotConstraint\"");
    }

    /** Returns the only bot of an export, which the product can read. */
    private Imported only(LexZip zip, Optional<URI> hook) throws Exception {
        List<Imported> bots = LexExport.read(zip.in(folder), hook);
        assertThat(bots).hasSize(1);
        Problems problems = new Problems();
        SourceFile file = new SourceFile("bot.yaml", bots.get(0).yaml("it", hook));
        assertThat(BotReader.read(file, "it", problems)).isPresent();
        assertThat(problems.sorted()).extracting(Problem::describe).isEmpty();
        return bots.get(0);
    }
}
