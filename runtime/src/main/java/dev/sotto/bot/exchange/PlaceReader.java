package dev.sotto.bot.exchange;

import dev.sotto.bot.build.ConditionText;
import dev.sotto.bot.build.TemplateText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what happens at a place of an intent of Lex V2: its response, conditional branches, next step and code hook
 * become one passage. Confined to one intent of one import.
 */
final class PlaceReader {

    private static final Pattern SLOT = Pattern.compile("\\{\\s*([^{}]*?)\\s*}");

    private final Account account;
    private final Messages messages;
    private final Hooks hooks;
    private final Scope scope;

    PlaceReader(Account account, Hooks hooks, Scope scope) {
        this.account = account;
        this.messages = new Messages(account);
        this.hooks = hooks;
        this.scope = scope;
    }

    /**
     * What an intent can name.
     *
     * @param intent its own name
     * @param intents the names of all that are translated
     * @param fallback the name of the intent for what was not understood, translated or not
     * @param calling whether it calls in its middle at all
     */
    record Scope(String intent, Set<String> slots, Set<String> intents, Optional<String> fallback, Calling calling) {}

    /** The switch that an intent has for all calls in its middle. */
    enum Calling {
        ON,
        OFF
    }

    /** The members of a setting that tell of a place. */
    private record Members(Optional<Piece> response, Optional<Piece> conditional, Optional<Piece> step) {

        static Members of(Piece setting, String response, String conditional, String step) {
            return new Members(setting.get(response), setting.get(conditional), setting.raw(step));
        }

        static Members of(Piece setting, String prefix) {
            return of(setting, prefix + "Response", prefix + "Conditional", prefix + "NextStep");
        }
    }

    /** Reads the beginning of an intent. */
    Draft.Passage beginning(Piece setting) {
        CallOnce call = new CallOnce(setting.get("codeHook"));
        Draft.Passage passage = read(Members.of(setting, "initialResponse", "conditional", "nextStep"), call);
        call.close();
        return passage;
    }

    /** Reads the end of an intent. */
    Draft.Passage closing(Piece setting) {
        return read(Members.of(setting, "closingResponse", "conditional", "nextStep"), new CallOnce(Optional.empty()));
    }

    /** Reads places that share a code hook, each under the names with such a beginning, in their order. */
    List<Draft.Passage> sharing(Piece setting, String... prefixes) {
        CallOnce call = new CallOnce(setting.get("codeHook"));
        List<Draft.Passage> passages = new ArrayList<>();
        for (String prefix : prefixes) {
            passages.add(read(Members.of(setting, prefix), call));
        }
        call.close();
        return passages;
    }

    /** Reads a place that calls nothing. */
    Draft.Passage plain(Piece setting, String prefix) {
        return read(Members.of(setting, prefix), new CallOnce(Optional.empty()));
    }

    /** Reads the hook that is told of each attempt to answer. */
    Optional<Draft.Call> eachTry(Piece setting) {
        Optional<Piece> hook = setting.get("elicitationCodeHook");
        boolean made = hook.map(found -> found.isTrue("enableCodeHookInvocation", false))
                .orElse(false);
        Optional<String> label = hook.flatMap(found -> found.text("invocationLabel"));
        if (!made || scope.calling() == Calling.OFF) {
            hook.ifPresent(Piece::take);
            return Optional.empty();
        }
        if (hooks == Hooks.LEFT) {
            hook.ifPresent(found -> account.left(found, Hooks.LEFT_OUT));
            return Optional.empty();
        }
        return Optional.of(new Draft.Call(label));
    }

    private Draft.Passage read(Members members, CallOnce call) {
        List<Saying> say = members.response()
                .map(response -> messages.all(response, scope.slots()))
                .orElse(List.of());
        Map<String, String> set = members.step().map(this::set).orElse(Map.of());
        Map<String, Optional<String>> fill = members.step().map(this::fill).orElse(Map.of());
        List<Draft.Branch> branches =
                members.conditional().map(found -> branches(found, call)).orElse(List.of());
        Draft.Passage passage = new Draft.Passage(say, set, fill, branches, Draft.Way.ONWARD);
        return members.step().map(step -> led(passage, step, call)).orElse(passage);
    }

    private List<Draft.Branch> branches(Piece conditional, CallOnce call) {
        if (!conditional.isTrue("isActive", conditional.isTrue("active", true))) {
            conditional.take();
            return List.of();
        }
        List<Draft.Branch> branches = new ArrayList<>();
        for (Piece branch : conditional.list("conditionalBranches")) {
            branch.pass("name");
            Draft.Passage passage = read(Members.of(branch, "response", "conditional", "nextStep"), call);
            branch.get("condition")
                    .flatMap(condition -> condition.get("expressionString"))
                    .flatMap(this::condition)
                    .map(condition -> new Draft.Branch(Optional.of(condition), passage))
                    .ifPresent(branches::add);
        }
        conditional
                .get("defaultBranch")
                .map(last -> read(Members.of(last, "response", "conditional", "nextStep"), call))
                .ifPresent(passage -> branches.add(new Draft.Branch(Optional.empty(), passage)));
        return branches;
    }

    private Optional<String> condition(Piece expression) {
        boolean known = true;
        Matcher places = SLOT.matcher(expression.peek());
        while (places.find()) {
            known &= scope.slots().contains(places.group(1));
        }
        Optional<String> condition = known ? ConditionText.normalised(expression.peek()) : Optional.empty();
        if (condition.isEmpty()) {
            account.left(expression, "a condition on what is not known here; its branch is left out with it");
        } else {
            expression.take();
        }
        return condition;
    }

    private Map<String, String> set(Piece step) {
        Map<String, String> set = new LinkedHashMap<>();
        step.get("sessionAttributes")
                .ifPresent(attributes -> attributes.each((name, value) -> {
                    String text = value.saysSomething() ? Notation.template(value.text(), scope.slots()) : "";
                    if (text.isEmpty() || !TemplateText.isAttribute(name)) {
                        account.left(value, "a session attribute without a value, or with a name that none can have");
                    } else {
                        set.put(name, text);
                    }
                }));
        return set;
    }

    private Map<String, Optional<String>> fill(Piece step) {
        Map<String, Optional<String>> fill = new LinkedHashMap<>();
        step.raw("intent")
                .flatMap(intent -> intent.raw("slots"))
                .ifPresent(slots -> slots.each((name, slot) -> {
                    slot.pass("shape");
                    Optional<Piece> parts = slot.raw("subSlots").filter(Piece::saysSomething);
                    parts.ifPresent(below -> below.each((part, filled) -> fill(fill, name + "." + part, filled)));
                    if (parts.isEmpty()) {
                        fill(fill, name, slot);
                    }
                }));
        return fill;
    }

    private void fill(Map<String, Optional<String>> fill, String name, Piece slot) {
        Optional<String> value = slot.get("value").flatMap(found -> found.text("interpretedValue"));
        slot.pass("shape");
        if (scope.slots().contains(name)) {
            fill.put(name, value.map(text -> Notation.template(text, scope.slots())));
        } else {
            account.left(slot, "a value for a slot that another intent has");
        }
    }

    /** Returns the passage with the step that it leads to. */
    private Draft.Passage led(Draft.Passage passage, Piece step, CallOnce call) {
        Optional<Piece> action = step.get("dialogAction");
        String type = action.flatMap(found -> found.text("type")).orElse("");
        boolean silently =
                action.map(found -> found.isTrue("suppressNextMessage", false)).orElse(false);
        Optional<Piece> other = step.get("intent")
                .flatMap(intent -> intent.get("name"))
                .filter(name -> !type.equals("StartIntent") && !name.text().equals(scope.intent()));
        other.ifPresent(name -> account.left(name, "another intent than the one that this is about"));
        switch (type) {
            case "", "EvaluateConditional" -> {
                return passage;
            }
            case "InvokeDialogCodeHook" -> {
                return call.after(passage, step);
            }
            case "ElicitSlot" -> {
                String slot =
                        action.flatMap(found -> found.text("slotToElicit")).orElse("");
                if (scope.slots().contains(slot)) {
                    return passage.leading(new Draft.Ask(slot, silently ? Draft.Manner.SILENTLY : Draft.Manner.ALOUD));
                }
                account.left(step, "asks for a slot that the intent does not have");
                return passage;
            }
            case "StartIntent" -> {
                return passage.leading(start(step));
            }
            default -> {
                if (silently) {
                    action.ifPresent(found -> account.approximated(found, "what comes next is said all the same"));
                }
                return passage.leading(way(type, step));
            }
        }
    }

    private Draft.Step way(String type, Piece step) {
        return switch (type) {
            case "ConfirmIntent" -> Draft.Way.CONFIRM;
            case "FulfillIntent" -> Draft.Way.FULFIL;
            case "CloseIntent" -> Draft.Way.CLOSE;
            case "ElicitIntent" -> Draft.Way.LISTEN;
            case "EndConversation" -> Draft.Way.END;
            default -> {
                account.left(step, "a step that is not known (" + type + ")");
                yield Draft.Way.ONWARD;
            }
        };
    }

    private Draft.Step start(Piece step) {
        Optional<Piece> name = step.get("intent").flatMap(intent -> intent.get("name"));
        String wanted = name.map(Piece::text).orElse("");
        if (scope.intents().contains(wanted) || scope.fallback().equals(Optional.of(wanted))) {
            return new Draft.Start(wanted);
        }
        account.left(step, "begins an intent that is not there");
        return Draft.Way.LISTEN;
    }

    /** The code hook of a place, which several of its ways may lead to, read when the first does. */
    private final class CallOnce {

        private final Optional<Piece> hook;
        private Optional<Draft.Step> call = Optional.empty();
        private Optional<Draft.Passage> success = Optional.empty();

        CallOnce(Optional<Piece> hook) {
            this.hook = hook;
        }

        /** A call that is not made is taken as made with success. */
        Draft.Passage after(Draft.Passage passage, Piece step) {
            if (hook.isEmpty()) {
                account.left(step, "a call of a code hook where there is none");
                return passage;
            }
            if (success.isEmpty()) {
                read(hook.get());
            }
            return call.map(passage::leading).orElseGet(() -> UsualWay.joined(passage, success.orElseThrow()));
        }

        private void read(Piece found) {
            boolean made = found.isTrue("enableCodeHookInvocation", false)
                    && found.isTrue("isActive", true)
                    && scope.calling() == Calling.ON;
            Optional<String> label = found.text("invocationLabel");
            Optional<Piece> after = found.get("postCodeHookSpecification");
            Draft.Passage succeeded = after(after, "success");
            success = Optional.of(succeeded);
            if (made && hooks == Hooks.CALLED) {
                call = Optional.of(new Draft.Invoke(
                        new Draft.Call(label), succeeded, after(after, "failure"), after(after, "timeout")));
            } else if (made) {
                account.left(found, Hooks.LEFT_OUT);
            } else {
                found.take();
            }
        }

        private Draft.Passage after(Optional<Piece> outcomes, String prefix) {
            return outcomes.map(
                            found -> PlaceReader.this.read(Members.of(found, prefix), new CallOnce(Optional.empty())))
                    .orElse(Draft.Passage.NONE);
        }

        /** What is switched off is no part of the bot; what nothing leads to is told. */
        void close() {
            hook.filter(found -> success.isEmpty()).ifPresent(found -> {
                boolean made = found.isTrue("isActive", true) && found.isTrue("enableCodeHookInvocation", false);
                if (made) {
                    account.left(found, "a call that no next step leads to");
                } else {
                    found.take();
                }
            });
        }
    }
}
