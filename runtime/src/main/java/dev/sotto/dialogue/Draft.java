package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Confirmation;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Message;
import dev.sotto.bot.Place;
import dev.sotto.bot.Slot;
import dev.sotto.bot.Template;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexActiveContext;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexHookEvent;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The working copy of a state during one step, with the effects gathered so far. Confined to that step. */
final class Draft {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    final Bot bot;
    final Verdicts verdicts;
    private final State before;
    private final List<Effect> effects = new ArrayList<>();

    long turn;
    Phase phase;
    LexDialogAction action;
    int attempt;
    int misunderstandings;
    List<Ranked> ranking;
    Map<String, Attribute> attributes;
    List<LexActiveContext> contexts;
    Optional<PendingHook> hook;
    int hooks;
    Set<Place> passed;
    List<Suspended> suspended;
    int followed;
    Duration age;
    Optional<Alarm> alarm;
    private List<Output> uttered;
    private @Nullable LexIntent intent;

    Draft(Bot bot, State before, Verdicts verdicts) {
        this.bot = bot;
        this.before = before;
        this.verdicts = verdicts;
        this.turn = before.turn();
        this.phase = before.phase();
        this.action = before.action();
        this.attempt = before.attempt();
        this.misunderstandings = before.misunderstandings();
        this.ranking = before.ranking();
        this.attributes = before.attributes();
        this.contexts = before.contexts();
        this.hook = before.hook();
        this.hooks = before.hooks();
        this.passed = before.passed();
        this.suspended = before.suspended();
        this.age = before.age();
        this.alarm = before.alarm();
        this.uttered = before.said();
        this.intent = before.intent().orElse(null);
    }

    /** Counts a turn, lets contexts age, and forgets an intent that was finished or that the bot does not have. */
    void beginTurn() {
        turn++;
        hooks = 0;
        uttered = List.of();
        alarm = Optional.empty();
        contexts = Contexts.afterTurn(contexts);
        if (before.underWay().flatMap(active -> bot.intent(active.name())).isEmpty()) {
            drop();
        }
    }

    /** Takes up an intent with nothing filled but defaults, or as it was left if it was. */
    void start(Intent definition, double confidence) {
        Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>();
        definition.slots().forEach(slot -> slots.put(slot.name(), Defaults.of(slot, attributes, contexts)));
        Optional<Suspended> left = suspended.stream()
                .filter(one -> one.intent().name().equals(definition.name()))
                .findFirst();
        left.ifPresent(one -> slots.putAll(one.intent().slots()));
        passed = left.map(Suspended::passed).orElse(Set.of());
        suspended = suspended.stream()
                .filter(one -> !one.intent().name().equals(definition.name()))
                .toList();
        intent = new LexIntent(definition.name(), slots, IntentState.IN_PROGRESS, ConfirmationState.NONE);
        ranking = headed(new Ranked(definition.name(), confidence));
        next(LexDialogAction.of(DialogActionType.DELEGATE), 0);
    }

    /** Lays the intent under way aside. */
    void suspend() {
        active().ifPresent(active -> {
            List<Suspended> all = new ArrayList<>();
            all.add(new Suspended(active, action, passed));
            all.addAll(suspended);
            suspended = all.subList(0, Math.min(all.size(), Suspended.MOST));
        });
    }

    /** Takes up again what was laid aside last. */
    void resume() {
        Suspended left = suspended.get(0);
        suspended = suspended.subList(1, suspended.size());
        intent = left.intent();
        passed = left.passed();
        ranking = headed(new Ranked(left.intent().name(), 1));
        next(left.action(), 0);
    }

    /** Forgets the intent and all that it had gathered. */
    void drop() {
        intent = null;
        passed = Set.of();
        ranking = List.of();
        next(LexDialogAction.of(DialogActionType.ELICIT_INTENT), 0);
    }

    /** Strikes from the ranking what this person may not, or not any more, know of. */
    void forgetDenied() {
        ranking = ranking.stream()
                .filter(ranked -> verdicts.allow(ranked.intent()))
                .toList();
    }

    Optional<LexIntent> active() {
        return Optional.ofNullable(intent);
    }

    Optional<Intent> definition() {
        return active().flatMap(active -> bot.intent(active.name()));
    }

    boolean isConfirming() {
        return intent != null && action.type() == DialogActionType.CONFIRM_INTENT;
    }

    boolean isFilled(SlotName slot) {
        return value(slot).flatMap(LexSlot::interpretedValue).isPresent();
    }

    Optional<LexSlot> value(SlotName slot) {
        return active().flatMap(active -> active.slots().getOrDefault(slot, Optional.empty()));
    }

    void fill(SlotName slot, Optional<LexSlot> value) {
        active().ifPresent(active -> {
            Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>(active.slots());
            slots.put(slot, value);
            // Another value is another capture.
            forget(Place.of(Place.Point.CAPTURED, slot));
            intent = new LexIntent(active.name(), slots, active.state(), active.confirmationState());
        });
    }

    void mark(IntentState state) {
        active().ifPresent(active ->
                intent = new LexIntent(active.name(), active.slots(), state, active.confirmationState()));
    }

    void mark(ConfirmationState confirmation) {
        if (confirmation != ConfirmationState.CONFIRMED) {
            forget(Place.of(Place.Point.CONFIRMED));
        }
        active().ifPresent(
                        active -> intent = new LexIntent(active.name(), active.slots(), active.state(), confirmation));
    }

    /** Notes that a place need not be passed again. */
    void pass(Place place) {
        Set<Place> all = new HashSet<>(passed);
        all.add(place);
        passed = all;
    }

    private void forget(Place place) {
        if (passed.contains(place)) {
            passed = passed.stream().filter(other -> !other.equals(place)).collect(Collectors.toSet());
        }
    }

    /** Returns the hook that is told of each attempt at what was asked when this step began. */
    Optional<Hook> tried() {
        Optional<Intent> asked = before.underWay()
                .filter(was ->
                        active().filter(now -> now.name().equals(was.name())).isPresent())
                .flatMap(was -> bot.intent(was.name()));
        if (before.action().type() == DialogActionType.CONFIRM_INTENT) {
            return asked.flatMap(Intent::confirmation).flatMap(Confirmation::eachTry);
        }
        return before.action()
                .slotToElicit()
                .flatMap(slot -> asked.flatMap(known -> known.slot(slot)))
                .flatMap(Slot::eachTry);
    }

    void next(LexDialogAction next, int nextAttempt) {
        action = next;
        attempt = nextAttempt;
    }

    /** Returns the ranking with this at its head. */
    List<Ranked> headed(Ranked head) {
        List<Ranked> ranked = new ArrayList<>();
        ranked.add(head);
        ranking.stream()
                .filter(other -> !other.intent().equals(head.intent()))
                .limit(LexHookEvent.MAX_INTERPRETATIONS - 1L)
                .forEach(ranked::add);
        return ranked;
    }

    /** Wipes what was gathered: the conversation is over. */
    void end() {
        drop();
        phase = Phase.ENDED;
        action = LexDialogAction.of(DialogActionType.CLOSE);
        misunderstandings = 0;
        attributes = Map.of();
        contexts = List.of();
        suspended = List.of();
        hook = Optional.empty();
        uttered = List.of();
        alarm = Optional.empty();
    }

    /** Renders a message in the wording of that number, counted round. */
    Rendered render(Message message, long wording) {
        return new Render(bot, active(), attributes).message(message, wording);
    }

    /** Says, sends or shows a message. */
    void say(Message message) {
        Render render = new Render(bot, active(), attributes);
        if (message.card().isPresent()) {
            emit(render.card(message.card().get()));
            return;
        }
        Rendered said = render.message(message, turn);
        emit(
                message.kind() == Message.Kind.PAYLOAD
                        ? new Output.Payload(said.text(), said.dataClass())
                        : new Output.Say(said.text(), said.dataClass(), said.ssml()));
    }

    void ask(Message message) {
        ask(render(message, turn));
    }

    /** Says all messages; the last that can be said aloud is the question. */
    void ask(List<Message> messages) {
        int question = messages.size() - 1;
        while (question > 0 && !messages.get(question).isSpoken()) {
            question--;
        }
        messages.subList(0, question).forEach(this::say);
        ask(messages.get(question));
        messages.subList(question + 1, messages.size()).forEach(this::say);
    }

    /** Asks for what the state now waits for. */
    void ask(Rendered said) {
        Listening listening = Repairing.listening(this);
        listening.textWait().ifPresent(wait -> alarm(Alarm.Kind.SILENCE, wait, wait));
        emit(new Output.Ask(
                said.text(),
                said.dataClass(),
                snapshot().expectation(),
                answerClass(),
                attempt,
                listening,
                said.ssml()));
    }

    private DataClass answerClass() {
        return action.slotToElicit()
                .flatMap(asked -> definition().flatMap(known -> known.slot(asked)))
                .map(Slot::dataClass)
                .orElse(DataClass.PERSONAL);
    }

    /** Sets a session attribute. */
    void set(String name, Rendered value) {
        Map<String, Attribute> all = new HashMap<>(attributes);
        all.put(name, new Attribute(new SlotValue(value.text().reveal()), value.dataClass()));
        attributes = all;
    }

    /** Puts the words of a template together. */
    Rendered render(Template template) {
        return new Render(bot, active(), attributes).template(template);
    }

    /**
     * Turns what was said last into a question, for nothing else is asked; says the other message if nothing was said.
     */
    void askLast(Message otherwise) {
        int last = effects.size() - 1;
        while (last >= 0 && !(effects.get(last) instanceof Effect.Emit)) {
            last--;
        }
        if (last >= 0 && effects.get(last) instanceof Effect.Emit emit && emit.output() instanceof Output.Say say) {
            effects.remove(last);
            uttered = uttered.subList(0, uttered.size() - 1);
            ask(new Rendered(say.text(), say.dataClass(), say.ssml()));
        } else {
            ask(otherwise);
        }
    }

    void emit(Output output) {
        effects.add(new Effect.Emit(output));
        boolean words = output instanceof Output.Say || output instanceof Output.Ask;
        if (words || output instanceof Output.Card || output instanceof Output.Payload) {
            List<Output> all = new ArrayList<>(uttered);
            all.add(output);
            uttered = all;
        }
    }

    /** Returns what was said in the turn before this one. */
    List<Output> saidBefore() {
        return before.said();
    }

    /** Has something done when time has passed and nothing else has happened. */
    void alarm(Alarm.Kind kind, Duration after, Duration until) {
        alarmUntil(kind, after, age.plus(until));
    }

    /** Has something done when time has passed, and not again from this age of the conversation on. */
    void alarmUntil(Alarm.Kind kind, Duration after, Duration last) {
        Duration due = age.plus(after);
        alarm = Optional.of(new Alarm(kind, due.compareTo(last) < 0 ? due : last, last));
    }

    /** Whoever says anything has the bot wait no longer. */
    void goOnFromWaiting() {
        if (active().filter(active -> active.state() == IntentState.WAITING).isPresent()) {
            mark(IntentState.IN_PROGRESS);
        }
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    void decided(Decision decision) {
        decided(decision, active().map(LexIntent::name));
    }

    void decided(Decision decision, Optional<IntentName> about) {
        effects.add(new Effect.Decided(decision, about, Optional.empty()));
    }

    void followed(String path, String next) {
        active().ifPresent(active -> effects.add(new Effect.Followed(active.name(), path, next)));
    }

    void decided(HookAnswer.Failure failure) {
        effects.add(new Effect.Decided(Decision.HOOK_FAILED, active().map(LexIntent::name), Optional.of(failure)));
    }

    /** Tells, ahead of what is said, what was understood. */
    void tell() {
        active().flatMap(active -> definition().map(known -> SoFar.understood(active, known, ranking)))
                .ifPresent(understood -> effects.add(firstOutput(), new Effect.Emit(understood)));
    }

    private int firstOutput() {
        int at = 0;
        while (at < effects.size() && !(effects.get(at) instanceof Effect.Emit)) {
            at++;
        }
        return at;
    }

    State snapshot() {
        return new State(
                before.revision() + 1,
                turn,
                phase,
                active(),
                action,
                attempt,
                misunderstandings,
                ranking,
                attributes,
                contexts,
                hook,
                hooks,
                passed,
                suspended,
                uttered,
                age,
                alarm,
                before.origin());
    }

    Step step() {
        alarm.ifPresent(due -> effects.add(new Effect.Wake(
                due.due().minus(age).compareTo(SHORTEST) < 0
                        ? SHORTEST
                        : due.due().minus(age))));
        return new Step(snapshot(), effects);
    }
}
