package dev.sotto.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.client.Answer;
import dev.sotto.client.Conversation;
import dev.sotto.client.ConversationException;
import dev.sotto.trace.Trace;
import dev.sotto.trace.TraceLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One conversation between a terminal, or lines from somewhere, and a bot. Blocking. */
final class ChatLoop {

    private static final int PATIENCE_S = 60;

    private final Terminal terminal;
    private final Shape shape;
    private final Optional<Trace> trace;

    /** @param trace tells what happened in a turn, if that is to be shown */
    ChatLoop(Terminal terminal, Shape shape, Optional<Trace> trace) {
        this.terminal = terminal;
        this.shape = shape;
        this.trace = trace;
    }

    /** How turns are printed. */
    enum Shape {
        /** What the bot says, for people. */
        TEXT,
        /** One object a turn, for programs. */
        JSON
    }

    /** Talks until one side ends it; returns how many lines were not said because the bot had. */
    int run(Conversation conversation) throws IOException, TimeoutException {
        Answer opening = conversation.opening().await(PATIENCE_S, TimeUnit.SECONDS);
        if (shape == Shape.TEXT) {
            print(opening);
        }
        boolean over = opening.ended();
        int unsaid = 0;
        BufferedReader in = terminal.in();
        for (String line = over ? null : next(in); line != null; line = next(in)) {
            if (line.isBlank()) {
                continue;
            }
            if (over) {
                unsaid++;
                continue;
            }
            over = turn(conversation, line);
            if (over && terminal.interactive()) {
                return 0;
            }
        }
        if (!over) {
            conversation.end().await(PATIENCE_S, TimeUnit.SECONDS);
        }
        return unsaid;
    }

    private @Nullable String next(BufferedReader in) throws IOException {
        if (!terminal.interactive()) {
            return in.readLine();
        }
        terminal.prompt("> ");
        String line = in.readLine();
        if (line == null) {
            // What the person typed to leave has not moved to the next line.
            terminal.print("");
        }
        return line;
    }

    /** Says a line and prints what comes of it; returns whether the conversation is over. */
    private boolean turn(Conversation conversation, String line) throws TimeoutException {
        try {
            Answer answer = conversation.say(line).await(PATIENCE_S, TimeUnit.SECONDS);
            print(answer);
            return answer.ended();
        } catch (ConversationException refused) {
            print(refused);
            return conversation.closed().isComplete();
        }
    }

    private void print(Answer answer) {
        List<TraceLine> happened = trace.map(Trace::take).orElse(List.of());
        if (shape == Shape.TEXT) {
            happened.forEach(line -> terminal.print(asText(line)));
            answer.said().forEach(terminal::print);
            return;
        }
        ObjectNode object = asJson(answer);
        if (trace.isPresent()) {
            put(happened, object);
        }
        terminal.print(object);
    }

    private void print(ConversationException refused) {
        if (shape == Shape.TEXT) {
            terminal.tell("sotto: " + refused.getMessage());
            return;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putObject("error").put("code", refused.code()).put("message", refused.getMessage());
        terminal.print(object);
    }

    /** Returns what happened as it is printed for people. */
    static String asText(TraceLine line) {
        return String.format("  %-8s%s", line.topic().word(), line.text());
    }

    /** Puts what happened beside what else is known of a turn. */
    static void put(List<TraceLine> happened, ObjectNode object) {
        ArrayNode lines = object.putArray("trace");
        happened.forEach(
                line -> lines.addObject().put("topic", line.topic().word()).put("text", line.text()));
    }

    /** Returns a turn in the words of the command line's contract. */
    static ObjectNode asJson(Answer answer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("turn", answer.turn());
        ArrayNode said = object.putArray("said");
        answer.said().forEach(said::add);
        Optional<JsonNode> understood = answer.understood();
        object.set("intent", member(understood, "intent"));
        object.set("confidence", member(understood, "confidence"));
        object.set(
                "slots",
                understood
                        .map(frame -> frame.path("slots"))
                        .filter(JsonNode::isObject)
                        .orElse(JsonNodeFactory.instance.objectNode()));
        object.set("dialog_action", member(answer.done(), "action"));
        object.set("state", member(answer.done(), "state"));
        return object.put("ms", Figures.millis(answer.nanos()));
    }

    private static JsonNode member(Optional<JsonNode> frame, String name) {
        return frame.map(found -> found.get(name)).orElse(NullNode.getInstance());
    }
}
