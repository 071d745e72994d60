package dev.sotto.bot.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the parts of a Lex V2 bot that say where the conversation goes next. Ours goes its usual way (slots in order,
 * confirmation, fulfilment, answer), so a step that leads along it says nothing new, and any other is left, by name.
 * Confined to one import.
 */
final class Flow {

    private static final String FALLBACK = "FallbackIntent";
    private static final Set<String> ALONG = Set.of(
            "ElicitSlot", "ConfirmIntent", "FulfillIntent", "CloseIntent", "EndConversation", "InvokeDialogCodeHook");

    private final Account account;
    private final Messages messages;

    Flow(Account account, Messages messages) {
        this.account = account;
        this.messages = messages;
    }

    /** Reads a next step that is along the way; returns the slot that it asks for. */
    Optional<String> along(Optional<Piece> step) {
        return step.flatMap(this::along);
    }

    private Optional<String> along(Piece step) {
        Optional<Piece> action = step.get("dialogAction");
        String type = action.flatMap(found -> found.text("type")).orElse("");
        step.get("sessionAttributes").ifPresent(set -> account.left(set, "only a hook sets session attributes"));
        step.get("intent").flatMap(intent -> intent.get("slots")).ifPresent(set -> account.left(set, "sets slots"));
        if (type.equals("StartIntent")
                && FALLBACK.equals(step.get("intent")
                        .flatMap(intent -> intent.text("name"))
                        .orElse(""))) {
            step.take();
        } else if (ALONG.contains(type)) {
            step.get("intent").ifPresent(Piece::take);
            action.ifPresent(found -> found.pass("suppressNextMessage"));
            return action.flatMap(found -> found.text("slotToElicit"));
        } else if (!type.isEmpty()) {
            account.left(step, "leads off the usual way (" + type + ")");
        }
        return Optional.empty();
    }

    /** Reads conditions, of which there are none here unless they are off. */
    void conditions(Piece setting, String... names) {
        for (String name : names) {
            setting.get(name).ifPresent(condition -> {
                if (condition.isTrue("isActive", true)) {
                    account.left(condition, "conditions");
                } else {
                    condition.take();
                }
            });
        }
    }

    /** Reads where a setting leads, under names with such a beginning. */
    void onward(Piece setting, String prefix) {
        Optional<String> unused = along(setting.get(prefix + "NextStep"));
        conditions(setting, prefix + "Conditional");
    }

    /** Reads where a setting leads, and leaves what it says. */
    void aside(Piece setting, String prefix, String why) {
        setting.get(prefix + "Response").ifPresent(response -> account.left(response, why));
        onward(setting, prefix);
    }

    /** Reads a call in the middle of an intent; returns the label if it is made. */
    Optional<Draft.Call> call(Piece setting, String... names) {
        Optional<Piece> hook = setting.get(names);
        if (hook.isEmpty()) {
            return Optional.empty();
        }
        boolean made = hook.get().isTrue("enableCodeHookInvocation", false);
        made &= hook.get().isTrue("isActive", true);
        Optional<String> label = hook.get().text("invocationLabel");
        hook.get().get("postCodeHookSpecification").ifPresent(after -> {
            for (String outcome : new String[] {"success", "failure", "timeout"}) {
                aside(after, outcome, "said after a call, which has its own words");
            }
        });
        return made ? Optional.of(new Draft.Call(label)) : Optional.empty();
    }

    /** Reads a response as wordings. */
    List<String> said(Piece setting, String name, Set<String> slots) {
        return setting.get(name)
                .map(response -> messages.groups(response, slots))
                .orElse(List.of());
    }
}
