package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Message;
import dev.sotto.bot.Slot;
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
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The working copy of a state during one step, with the effects gathered so far. Confined to that step. */
final class Draft {

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
        this.intent = before.intent().orElse(null);
    }

    /** Counts a turn, lets contexts age, and forgets an intent that was finished or that the bot does not have. */
    void beginTurn() {
        turn++;
        hooks = 0;
        contexts = Contexts.afterTurn(contexts);
        if (before.underWay().flatMap(active -> bot.intent(active.name())).isEmpty()) {
            drop();
        }
    }

    /** Takes up an intent with nothing filled. */
    void start(Intent definition, double confidence) {
        Map<SlotName, Optional<LexSlot>> empty = new LinkedHashMap<>();
        definition.slots().forEach(slot -> empty.put(slot.name(), Optional.empty()));
        intent = new LexIntent(definition.name(), empty, IntentState.IN_PROGRESS, ConfirmationState.NONE);
        ranking = headed(new Ranked(definition.name(), confidence));
        next(LexDialogAction.of(DialogActionType.DELEGATE), 0);
    }

    /** Forgets the intent and all that it had gathered. */
    void drop() {
        intent = null;
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
            intent = new LexIntent(active.name(), slots, active.state(), active.confirmationState());
        });
    }

    void mark(IntentState state) {
        active().ifPresent(active ->
                intent = new LexIntent(active.name(), active.slots(), state, active.confirmationState()));
    }

    void mark(ConfirmationState confirmation) {
        active().ifPresent(
                        active -> intent = new LexIntent(active.name(), active.slots(), active.state(), confirmation));
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
        hook = Optional.empty();
    }

    /** Renders a message in the wording of that number, counted round. */
    Rendered render(Message message, long wording) {
        return new Render(bot, active(), attributes).message(message, wording);
    }

    void say(Message message) {
        Rendered said = render(message, turn);
        emit(new Output.Say(said.text(), said.dataClass()));
    }

    void ask(Message message) {
        ask(render(message, turn));
    }

    /** Asks for what the state now waits for. */
    void ask(Rendered said) {
        emit(new Output.Ask(said.text(), said.dataClass(), snapshot().expectation(), answerClass(), attempt));
    }

    private DataClass answerClass() {
        return action.slotToElicit()
                .flatMap(asked -> definition().flatMap(known -> known.slot(asked)))
                .map(Slot::dataClass)
                .orElse(DataClass.PERSONAL);
    }

    void emit(Output output) {
        effects.add(new Effect.Emit(output));
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
                before.origin());
    }

    Step step() {
        return new Step(snapshot(), effects);
    }
}
