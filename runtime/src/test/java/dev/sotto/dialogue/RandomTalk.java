package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Condition;
import dev.sotto.bot.Confirmation;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Next;
import dev.sotto.bot.Outcomes;
import dev.sotto.bot.OutputContext;
import dev.sotto.bot.Part;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Prompt;
import dev.sotto.bot.Repair;
import dev.sotto.bot.Requirement;
import dev.sotto.bot.Slot;
import dev.sotto.bot.SlotDefault;
import dev.sotto.bot.Updates;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.InputMode;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexActiveContext;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexHookIntent;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexMessage;
import dev.sotto.lex.LexSessionState;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.Answer;
import dev.sotto.nlu.Control;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.Understanding;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.HookId;
import dev.sotto.turn.Input;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Bots and events at random, from a seed. Names are sometimes ones that the bot does not have. */
final class RandomTalk {

    private static final List<String> TYPES = List.of("number", "money", "size", "payee", "shots");
    private static final List<String> VALUES =
            List.of("1", "2", "700", "GBP 20.00", "GBP 700.00", "EUR 5.00", "large", "anna", "§", "x y");

    /** Which passages a bot may have. */
    enum Ways {
        /** Any, also such as lead round in circles that only the caller's patience ends. */
        ANY,
        /** Those that say, set and branch, and go on the usual way. */
        USUAL
    }

    private final Random random;
    private final Ways ways;

    RandomTalk(long seed) {
        this(seed, Ways.ANY);
    }

    RandomTalk(long seed, Ways ways) {
        this.random = new Random(seed);
        this.ways = ways;
    }

    Bot bot() {
        Intent[] intents =
                IntStream.range(0, 1 + random.nextInt(4)).mapToObj(this::intent).toArray(Intent[]::new);
        Bot bot = Bots.bot(intents);
        return Bots.with(bot, bot.wording(), new Repair(1 + random.nextInt(3), ending()));
    }

    private Intent intent(int number) {
        String name = "i" + number;
        List<Slot> slots = IntStream.range(0, random.nextInt(4))
                .mapToObj(slot -> slot(name, slot))
                .toList();
        return new Intent(
                new IntentName(name),
                ways == Ways.ANY && number > 0 && random.nextInt(8) == 0 ? Intent.Role.FALLBACK : Intent.Role.WISH,
                List.of(),
                passage(slots, 2),
                slots,
                maybe().map(any -> new Confirmation(
                        prompt(name + " {s0} [a]?"),
                        rarely().map(none -> hook()),
                        passage(slots, 1),
                        Passage.saying(Bots.message("No " + name + " {s1}.")),
                        passage(slots, 1))),
                rarely().map(any -> hook()),
                maybe().map(any -> hook()),
                new Updates(
                        rarely().map(any -> new Updates.Update(Bots.message("Begun."), Duration.ofSeconds(3))),
                        rarely().map(any -> new Updates.Update(Bots.message("On it {s0}."), Duration.ofSeconds(5)))),
                new Outcomes(
                        random.nextBoolean()
                                ? Passage.saying(Bots.message(name + " done {s0}.", name + " done {s2} [a]."))
                                : passage(slots, 2),
                        maybe().map(any -> Passage.saying(Bots.message(name + " failed {s0}."))),
                        rarely().map(any -> passage(slots, 1)),
                        passage(slots, 1),
                        random.nextInt(3) == 0 ? ending() : new Ending.Continue()),
                ways == Ways.ANY && random.nextInt(6) == 0 ? List.of("c" + random.nextInt(2)) : List.of(),
                maybe().map(any -> List.of(new OutputContext("c" + random.nextInt(2), 2, Duration.ofSeconds(90))))
                        .orElse(List.of()),
                Requirement.NONE);
    }

    /** Mostly nothing; else words, values, branches and steps, so deep at most. */
    private Passage passage(List<Slot> slots, int depth) {
        if (random.nextInt(3) > 0) {
            return Passage.NONE;
        }
        List<Passage.Branch> branches = depth == 0
                ? List.of()
                : IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> new Passage.Branch(Optional.of(condition()), passage(slots, depth - 1)))
                        .toList();
        return new Passage(
                maybe().map(any -> List.of(Bots.message("By the way {s0}."))).orElse(List.of()),
                rarely().map(any -> Map.of("a", Bots.template("x {s1}"))).orElse(Map.of()),
                slots.isEmpty() || ways == Ways.USUAL || random.nextInt(4) > 0
                        ? Map.of()
                        : Map.of(one(slots).name(), maybe().map(any -> Bots.template("1"))),
                branches,
                next(slots, depth));
    }

    private Next next(List<Slot> slots, int depth) {
        return switch (ways == Ways.USUAL ? 11 : random.nextInt(12)) {
            case 0 -> new Next.Confirm();
            case 1 -> new Next.Fulfil();
            case 2 -> new Next.Close();
            case 3 -> new Next.Listen();
            case 4 ->
                slots.isEmpty() ? Next.ONWARD : new Next.Ask(one(slots).name(), one(List.of(Next.Manner.values())));
            case 5 -> new Next.Start(new IntentName("i0"));
            case 6 ->
                depth == 0
                        ? Next.ONWARD
                        : new Next.Call(
                                "call" + random.nextInt(3),
                                hook(),
                                passage(slots, depth - 1),
                                passage(slots, depth - 1),
                                passage(slots, depth - 1));
            default -> Next.ONWARD;
        };
    }

    private Condition condition() {
        Condition set = new Condition.IsSet(new Condition.AttributeSubject("a"));
        Condition filled = new Condition.Compare(
                new Condition.Value(new Condition.SlotSubject(new SlotName("s" + random.nextInt(3)))),
                one(List.of(Condition.Operator.values())),
                one(List.of("1", "anna", "GBP 20.00")));
        return switch (random.nextInt(4)) {
            case 0 -> set;
            case 1 -> new Condition.Not(filled);
            case 2 -> new Condition.And(filled, set);
            default -> new Condition.Or(set, filled);
        };
    }

    private Slot slot(String intent, int number) {
        String type = one(TYPES);
        Slot slot = Bots.slot("s" + number, type, random.nextInt(6), one(List.of(DataClass.values())));
        slot = new Slot(
                slot.name(),
                slot.type(),
                slot.constraint(),
                slot.arity(),
                Optional.of(prompt(intent + " {s0}?")),
                slot.defaults(),
                slot.limit(),
                slot.eachTry(),
                slot.captured(),
                slot.failed(),
                slot.dataClass());
        if (type.equals("money") && random.nextBoolean()) {
            slot = Bots.limited(slot, "500", "GBP");
        }
        boolean optional = random.nextInt(4) == 0;
        return new Slot(
                slot.name(),
                slot.type(),
                optional ? Slot.Constraint.OPTIONAL : Slot.Constraint.REQUIRED,
                random.nextInt(5) == 0 ? Slot.Arity.SEVERAL : Slot.Arity.ONE,
                optional && random.nextBoolean() ? Optional.empty() : slot.prompt(),
                random.nextInt(6) == 0
                        ? List.of(new SlotDefault.FromContext("c0", "s0"), new SlotDefault.Literal("anna"))
                        : List.of(),
                slot.limit(),
                rarely().map(any -> hook()),
                passage(List.of(slot), 1),
                passage(List.of(slot), 1),
                slot.dataClass(),
                random.nextInt(3) == 0
                        ? Optional.of(new Part(new SlotName("whole"), List.of(Bots.message("All of {whole}?"))))
                        : Optional.empty());
    }

    private Prompt prompt(String text) {
        Listening listening = random.nextInt(4) > 0
                ? Listening.USUAL
                : new Listening(
                        Listening.Interruption.IGNORED,
                        Listening.Inputs.ALL,
                        Optional.of(Duration.ofSeconds(1 + random.nextInt(60))),
                        Listening.USUAL.speech(),
                        Listening.USUAL.keys());
        Optional<Pause> pause = rarely().map(any -> new Pause(
                Bots.message("Waiting {s0}."),
                Optional.of(new Pause.Reminder(Bots.message("Still."), Duration.ofSeconds(9), Duration.ofSeconds(70))),
                Bots.message("Resumed.")));
        return new Prompt(
                List.of(Bots.message(text)),
                List.of(),
                random.nextInt(6),
                rarely().map(any -> Bots.message("Help {s1}.")),
                pause,
                listening);
    }

    private Hook hook() {
        return random.nextBoolean() ? Bots.HOOK : Bots.TOLD_HOOK;
    }

    private Ending ending() {
        return one(List.of(new Ending.Continue(), new Ending.Transfer("desk"), new Ending.Hangup()));
    }

    /** A session state of Lex's that fits the bot. */
    LexSessionState lexState(Bot bot) {
        Optional<Intent> intent = maybe().map(any -> one(bot.intents()));
        List<DialogActionType> types =
                new ArrayList<>(List.of(DialogActionType.ELICIT_INTENT, DialogActionType.CLOSE, DialogActionType.NONE));
        intent.ifPresent(any -> types.addAll(List.of(DialogActionType.DELEGATE, DialogActionType.CONFIRM_INTENT)));
        Optional<SlotName> slot = intent.filter(known -> !known.slots().isEmpty() && random.nextBoolean())
                .map(known -> one(known.slots()).name());
        LexDialogAction action = slot.map(name -> new LexDialogAction(DialogActionType.ELICIT_SLOT, Optional.of(name)))
                .orElseGet(() -> LexDialogAction.of(one(types)));
        return new LexSessionState(
                Optional.of(action),
                intent.map(this::lexIntent),
                maybe().map(any -> List.of(new LexActiveContext("c_1", 90, 20, Map.of("k", new SlotValue("v")))))
                        .orElse(List.of()),
                maybe().map(any -> Map.of("a", new SlotValue(one(VALUES)))).orElse(Map.of()),
                maybe().map(any -> "request"));
    }

    private LexIntent lexIntent(Intent intent) {
        Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>();
        intent.slots().forEach(slot -> slots.put(slot.name(), maybe().map(any -> value())));
        return new LexIntent(
                intent.name(), slots, one(List.of(IntentState.values())), one(List.of(ConfirmationState.values())));
    }

    Event event(State state, Verdicts verdicts) {
        return switch (random.nextInt(state.hook().isPresent() ? 11 : 8)) {
            case 0 -> new Event.Pressed(new SlotValue(one(List.of("1", "2#", "12*3", "*", "700"))), verdicts);
            case 1 -> new Event.Silent(one(List.of(Input.Silence.values())), verdicts);
            case 2 ->
                random.nextInt(8) == 0
                        ? new Event.Left()
                        : new Event.Tick(Duration.ofSeconds(random.nextInt(99)), verdicts);
            case 3 -> new Event.HookAnswered(new HookId(random.nextInt(5), random.nextInt(3)), hookAnswer(), verdicts);
            case 4, 5, 6, 7 -> understood(state, verdicts);
            default -> new Event.HookAnswered(state.hook().orElseThrow().id(), hookAnswer(), verdicts);
        };
    }

    Verdicts verdicts(Bot bot) {
        Map<IntentName, Verdict> verdicts = new LinkedHashMap<>();
        for (Intent intent : bot.intents()) {
            int luck = random.nextInt(10);
            if (luck > 0) {
                verdicts.put(intent.name(), luck > 2 ? Verdict.ALLOWED : Verdict.DENIED);
            }
        }
        return new Verdicts(verdicts);
    }

    private Event understood(State state, Verdicts verdicts) {
        List<Interpretation> readings = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            readings.add(new Interpretation(intentName(), random.nextInt(5) / 4.0, matches()));
        }
        List<SlotMatch> expected = rarely().isPresent()
                ? List.of(match())
                : state.action().slotToElicit().flatMap(this::match).stream().toList();
        Understanding understanding = new Understanding(
                readings,
                random.nextInt(readings.size() + 1),
                one(List.of(Answer.values())),
                expected,
                random.nextInt(6) == 0 ? Optional.of(one(List.of(Control.values()))) : Optional.empty());
        Optional<Heard> heard = maybe().map(any -> Heard.typed(new Utterance("some words")));
        return new Event.Understood(one(List.of(InputMode.values())), heard, understanding, verdicts);
    }

    private List<SlotMatch> matches() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> match()).toList();
    }

    private SlotMatch match() {
        return match(slotName()).orElseThrow();
    }

    private Optional<SlotMatch> match(SlotName slot) {
        List<SlotValue> resolved =
                random.nextInt(6) == 0 ? List.of() : List.of(new SlotValue(one(VALUES)), new SlotValue(one(VALUES)));
        int start = random.nextInt(9);
        return Optional.of(new SlotMatch(slot, new SlotValue(one(VALUES)), resolved, start, start + random.nextInt(4)));
    }

    private HookAnswer hookAnswer() {
        if (random.nextInt(5) == 0) {
            return new HookAnswer.Failed(one(List.of(HookAnswer.Failure.values())));
        }
        DialogActionType type = one(List.of(DialogActionType.values()));
        Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            slots.put(slotName(), maybe().map(any -> value()));
        }
        LexHookIntent intent = new LexHookIntent(
                intentName(),
                slots,
                maybe().map(any -> one(List.of(IntentState.values()))),
                maybe().map(any -> one(List.of(ConfirmationState.values()))));
        return new HookAnswer.Answered(new LexHookResponse(
                new LexDialogAction(
                        type, type == DialogActionType.ELICIT_SLOT ? Optional.of(slotName()) : Optional.empty()),
                maybe().map(any -> intent),
                maybe().map(any -> Map.of("a", new SlotValue(one(VALUES)))),
                maybe().map(any -> List.of(new LexActiveContext("c", 90, 3, Map.of()))),
                maybe().map(any -> List.of(new LexMessage(new Saying("Words."))))
                        .orElse(List.of())));
    }

    private LexSlot value() {
        SlotValue value = new SlotValue(one(VALUES));
        return new LexSlot(maybe().map(any -> value), maybe().map(any -> value), List.of(value));
    }

    private IntentName intentName() {
        return new IntentName("i" + random.nextInt(5));
    }

    private SlotName slotName() {
        return new SlotName("s" + random.nextInt(5));
    }

    private Optional<Boolean> maybe() {
        return random.nextBoolean() ? Optional.of(true) : Optional.empty();
    }

    private Optional<Boolean> rarely() {
        return random.nextInt(4) == 0 ? Optional.of(true) : Optional.empty();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
