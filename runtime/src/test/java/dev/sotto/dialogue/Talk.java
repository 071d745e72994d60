package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.InputMode;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexActiveContext;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexHookIntent;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.lex.LexMessage;
import dev.sotto.lex.LexProposal;
import dev.sotto.lex.LexSessionState;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.Answer;
import dev.sotto.nlu.Control;
import dev.sotto.nlu.Expectation;
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
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plays a conversation that is written down and compares what happens with what is written. A line with {@code >} is
 * an input, every other line is what the dialogue does about it:
 *
 * <pre>
 * > pay 0.9 payee=anna            understood as an intent; "below" instead of a number: under the threshold
 * > amount=GBP 20.00              no intent, but a value for the slot that was asked
 * > yes | no | mumble             the answer to a question; not understood
 * > yes pay 0.9 amount=GBP 10.00  all of it at once
 * > !HELP                         a wish about the conversation itself
 * > keys 12# | silence | left     other inputs
 * > tick 30                       so many seconds pass
 * > hook Close pay Fulfilled size=large: Done. / Really.   an answer; also hook timeout
 * > deny pay                      from here on the verdict for this intent is to deny it; also allow
 * &lt; say: …  &lt; ask amount 0: …   an output; ask anything, ask yes-no, or ask a slot, with the attempt
 * @ DialogCodeHook pay 1.1 ElicitSlot amount 0      a hook is called, with what is proposed
 * * STARTED pay                   a decision
 * - ElicitSlot InProgress         the end of the turn
 * </pre>
 */
final class Talk {

    private final Bot bot;
    private final Set<IntentName> allowed = new TreeSet<>();
    private final List<String> happened = new ArrayList<>();
    private State state;

    private Talk(Bot bot) {
        this.bot = bot;
        bot.intents().forEach(intent -> allowed.add(intent.name()));
        Step opening = Dialogue.open(bot);
        state = opening.state();
    }

    /** Plays a conversation after the greeting, and returns the state at its end. */
    static State plays(Bot bot, String script) {
        Talk talk = new Talk(bot);
        boolean decisions = script.lines().anyMatch(line -> line.startsWith("*"));
        script.lines().filter(line -> line.startsWith(">")).forEach(talk::input);
        String transcript = talk.happened.stream()
                .filter(line -> decisions || !line.startsWith("*"))
                .collect(Collectors.joining("\n"));
        assertThat(transcript).isEqualTo(script.strip());
        return talk.state;
    }

    /** Returns what a step did, as a script has it, without decisions. */
    static String transcript(Step step) {
        return note(step.effects()).stream()
                .filter(line -> !line.startsWith("*"))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the outputs of a step. */
    static List<Output> outputs(Step step) {
        return step.effects().stream()
                .filter(effect -> effect instanceof Effect.Emit)
                .map(effect -> ((Effect.Emit) effect).output())
                .toList();
    }

    /** Returns an utterance as a script has it, with every intent allowed. */
    static Event says(Bot bot, State state, String input) {
        Talk talk = new Talk(bot);
        talk.state = state;
        return talk.event(input);
    }

    /** Returns the answer of a hook as a script has it. */
    static HookAnswer answer(Bot bot, String answer) {
        return new Talk(bot).hookAnswer(answer);
    }

    /** Returns the names of all intents. */
    static List<IntentName> all(Bot bot) {
        return bot.intents().stream().map(Intent::name).toList();
    }

    /** Returns the opening state with a context that lives so many turns and seconds. */
    static State withContexts(Bot bot, int turns, int seconds) {
        LexSessionState lex = new LexSessionState(
                Optional.empty(),
                Optional.empty(),
                List.of(new LexActiveContext("paid", seconds, turns, Map.of())),
                Map.of(),
                Optional.empty());
        return ((FromLex.Taken) State.fromLex(bot, lex)).state();
    }

    private void input(String line) {
        happened.add(line);
        String input = line.substring(1).strip();
        if (input.startsWith("deny ")) {
            allowed.remove(new IntentName(input.substring(5)));
        } else if (input.startsWith("allow ")) {
            allowed.add(new IntentName(input.substring(6)));
        } else {
            Step step = Dialogue.step(bot, state, event(input));
            assertThat(step.state().revision()).isEqualTo(state.revision() + 1);
            state = step.state();
            happened.addAll(note(step.effects()));
        }
    }

    private Event event(String input) {
        Verdicts verdicts = Verdicts.allowing(allowed);
        if (input.startsWith("keys ")) {
            return new Event.Pressed(new SlotValue(input.substring(5)), verdicts);
        }
        if (input.equals("silence")) {
            return new Event.Silent(Input.Silence.NO_SPEECH, verdicts);
        }
        if (input.startsWith("tick ")) {
            return new Event.Tick(Duration.ofSeconds(Long.parseLong(input.substring(5))), verdicts);
        }
        if (input.equals("left")) {
            return new Event.Left();
        }
        if (input.startsWith("hook ")) {
            return new Event.HookAnswered(
                    state.hook().map(PendingHook::id).orElseThrow(), hookAnswer(input.substring(5)), verdicts);
        }
        return new Event.Understood(
                InputMode.TEXT, Optional.of(Heard.typed(new Utterance(input))), understanding(input), verdicts);
    }

    private Understanding understanding(String input) {
        List<SlotMatch> values = new ArrayList<>();
        Answer answer = Answer.UNCLEAR;
        Optional<Control> control = Optional.empty();
        Optional<IntentName> intent = Optional.empty();
        Optional<Double> confidence = Optional.empty();
        for (String word : input.replace(", ", " ").replace("GBP ", "GBP_").split(" ", -1)) {
            int equals = word.indexOf('=');
            if (word.startsWith("!")) {
                control = Optional.of(Control.valueOf(word.substring(1)));
            } else if (equals > 0) {
                SlotMatch match = match(input, word.substring(0, equals), word.substring(equals + 1));
                values.add(match);
            } else if (word.equals("yes") || word.equals("no")) {
                answer = Answer.valueOf(word.toUpperCase(Locale.ROOT));
            } else if (word.matches("[01]\\.[0-9]+")) {
                confidence = Optional.of(Double.valueOf(word));
            } else if (!word.equals("below") && bot.intent(new IntentName(word)).isPresent()) {
                intent = Optional.of(new IntentName(word));
            }
        }
        List<SlotMatch> expected = values.stream()
                .filter(match -> state.action().slotToElicit().equals(Optional.of(match.slot())))
                .toList();
        List<Interpretation> readings = new ArrayList<>();
        if (intent.isPresent()) {
            readings.add(new Interpretation(intent.get(), confidence.orElse(0.3), values));
        }
        return new Understanding(readings, confidence.isPresent() ? readings.size() : 0, answer, expected, control);
    }

    private static SlotMatch match(String input, String slot, String value) {
        String resolved = value.replace('_', ' ');
        int start = Math.max(0, input.indexOf(slot + "="));
        List<SlotValue> candidates = resolved.equals("?") ? List.of() : List.of(new SlotValue(resolved));
        return new SlotMatch(new SlotName(slot), new SlotValue(resolved), candidates, start, start + slot.length() + 1);
    }

    private HookAnswer hookAnswer(String answer) {
        if (answer.equals("timeout")) {
            return new HookAnswer.Failed(HookAnswer.Failure.TIMEOUT);
        }
        int colon = answer.indexOf(": ");
        List<LexMessage> messages = new ArrayList<>();
        if (colon >= 0) {
            for (String message : answer.substring(colon + 2).split(" / ", -1)) {
                messages.add(new LexMessage(new Saying(message)));
            }
        }
        DialogActionType type = DialogActionType.NONE;
        Optional<IntentName> intent = Optional.empty();
        Optional<IntentState> intentState = Optional.empty();
        Optional<ConfirmationState> confirmation = Optional.empty();
        Optional<SlotName> slotToElicit = Optional.empty();
        Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>();
        Map<String, SlotValue> attributes = new LinkedHashMap<>();
        String words = colon < 0 ? answer : answer.substring(0, colon);
        for (String word : words.replace("GBP ", "GBP_").split(" ", -1)) {
            int equals = word.indexOf('=');
            String value = word.substring(equals + 1).replace('_', ' ');
            if (word.startsWith("[")) {
                attributes.put(word.substring(1, equals), new SlotValue(value));
            } else if (equals > 0) {
                SlotValue guarded = new SlotValue(value);
                slots.put(
                        new SlotName(word.substring(0, equals)),
                        value.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new LexSlot(Optional.empty(), Optional.of(guarded), List.of(guarded))));
            } else if (type == DialogActionType.NONE) {
                type = named(DialogActionType.values(), DialogActionType::lexName, word)
                        .orElseThrow();
            } else if (named(IntentState.values(), IntentState::lexName, word).isPresent()) {
                intentState = named(IntentState.values(), IntentState::lexName, word);
            } else if (named(ConfirmationState.values(), ConfirmationState::lexName, word)
                    .isPresent()) {
                confirmation = named(ConfirmationState.values(), ConfirmationState::lexName, word);
            } else if (intent.isEmpty()) {
                intent = Optional.of(new IntentName(word));
            } else {
                slotToElicit = Optional.of(new SlotName(word));
            }
        }
        Optional<IntentState> finalState = intentState;
        Optional<ConfirmationState> finalConfirmation = confirmation;
        return new HookAnswer.Answered(new LexHookResponse(
                new LexDialogAction(type, slotToElicit),
                intent.map(name -> new LexHookIntent(name, slots, finalState, finalConfirmation)),
                attributes.isEmpty() ? Optional.empty() : Optional.of(attributes),
                Optional.empty(),
                messages));
    }

    private static <T> Optional<T> named(T[] all, Function<T, String> name, String wanted) {
        for (T one : all) {
            if (name.apply(one).equals(wanted)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static List<String> note(List<Effect> effects) {
        List<String> happened = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Emit emit) {
                output(emit.output()).ifPresent(happened::add);
            } else if (effect instanceof Effect.CallHook called) {
                HookCall call = called.call();
                happened.add("@ " + call.event().source().lexName() + " " + call.intent() + " " + call.id()
                        + call.event().proposal().map(Talk::proposal).orElse(""));
            } else if (effect instanceof Effect.AbandonHook abandon) {
                happened.add("@ abandon " + abandon.hook());
            } else if (effect instanceof Effect.Decided decided) {
                happened.add("* " + decided.decision()
                        + decided.intent().map(intent -> " " + intent).orElse("")
                        + decided.failure().map(failure -> " " + failure).orElse(""));
            }
        }
        return happened;
    }

    private static String proposal(LexProposal proposal) {
        return " " + proposal.dialogAction().type().lexName() + " "
                + proposal.dialogAction().slotToElicit().orElseThrow() + " " + proposal.attempt();
    }

    private static Optional<String> output(Output output) {
        if (output instanceof Output.Say say) {
            return Optional.of("< say: " + say.text().reveal()
                    + say.ssml().map(marked -> " | " + marked.reveal()).orElse(""));
        }
        if (output instanceof Output.Payload payload) {
            return Optional.of("< payload: " + payload.content().reveal());
        }
        if (output instanceof Output.Card card) {
            return Optional.of("< card: " + card.title().reveal()
                    + card.subtitle().map(text -> " | " + text.reveal()).orElse("")
                    + card.image().map(url -> " | " + url).orElse("") + " | "
                    + card.buttons().stream()
                            .map(button -> button.text() + "=" + button.value())
                            .collect(Collectors.joining(", ")));
        }
        if (output instanceof Output.Ask ask) {
            return Optional.of("< ask " + expects(ask.expects()) + " " + ask.attempt()
                    + (ask.answerClass() == DataClass.SECRET ? " secret: " : ": ")
                    + ask.text().reveal());
        }
        if (output instanceof Output.Transfer transfer) {
            return Optional.of("< transfer " + transfer.to());
        }
        if (output instanceof Output.End end) {
            return Optional.of("< end " + end.reason());
        }
        if (output instanceof Output.Done done) {
            return Optional.of("- " + done.action().lexName()
                    + done.state().map(state -> " " + state.lexName()).orElse(""));
        }
        return Optional.empty();
    }

    private static String expects(Expectation expectation) {
        if (expectation instanceof Expectation.Slot slot) {
            return slot.slot().value();
        }
        return expectation instanceof Expectation.Confirmation ? "yes-no" : "anything";
    }
}
