package dev.sotto.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.client.Answer;
import dev.sotto.client.Conversation;
import dev.sotto.client.ConversationException;
import dev.sotto.client.HttpConversation;
import dev.sotto.client.SottoClient;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Holds the conversations of a proof, the well-behaved and the others. Blocking. */
final class Talk {

    private static final int PATIENCE_S = 30;
    private static final int MOST_REPLIES = 8;
    private static final int TOO_LONG = 60;
    private static final String LOCALE = "auto";

    private final SottoClient client;
    private final Mark mark;
    private int turns;

    Talk(SottoClient client, Mark mark) {
        this.client = client;
        this.mark = mark;
    }

    /** Returns how many inputs there were. */
    int turns() {
        return turns;
    }

    /**
     * Says everything there is to say to a bot.
     *
     * @return a conversation that is still open, in the middle of something if the bot lets itself be brought there
     */
    Conversation hold(Script script) throws TimeoutException {
        Conversation conversation = open(script);
        for (String line : script.openers()) {
            if (conversation.closed().isComplete()) {
                conversation = open(script);
            }
            follow(conversation, script, line);
        }
        return conversation.closed().isComplete() ? open(script) : conversation;
    }

    /** Ends a conversation and waits until the server has. */
    static void end(Conversation conversation) throws TimeoutException {
        conversation.end().await(PATIENCE_S, TimeUnit.SECONDS);
    }

    private Conversation open(Script script) throws TimeoutException {
        Conversation conversation = client.open(script.bot(), LOCALE).await(PATIENCE_S, TimeUnit.SECONDS);
        conversation.opening().await(PATIENCE_S, TimeUnit.SECONDS);
        return conversation;
    }

    private void follow(Conversation conversation, Script script, String line) throws TimeoutException {
        Optional<JsonNode> question = say(conversation.say(line));
        for (int i = 0; i < MOST_REPLIES && question.isPresent(); i++) {
            Optional<String> reply = script.reply(question.get());
            if (reply.isEmpty()) {
                return;
            }
            question = say(conversation.say(reply.get()));
        }
    }

    /** Waits for an answer and returns what the bot asks in it; nothing if it refused to answer. */
    private Optional<JsonNode> say(Future<Answer> said) throws TimeoutException {
        turns++;
        try {
            Answer answer = said.await(PATIENCE_S, TimeUnit.SECONDS);
            return answer.frames().stream()
                    .filter(frame -> frame.path("type").asText().equals("ask"))
                    .reduce((first, last) -> last);
        } catch (ConversationException refused) {
            return Optional.empty();
        }
    }

    /** Talks over plain requests, and leaves properly. */
    void overHttp(Script script) throws TimeoutException {
        HttpConversation conversation =
                client.openOverHttp(script.bot(), LOCALE).await(PATIENCE_S, TimeUnit.SECONDS);
        for (String line : script.openers()) {
            say(conversation.say(line));
        }
        conversation.end().await(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** Does what clients must not, each on a line of its own and each with the mark in it. */
    void misbehave(Script script) throws TimeoutException {
        List<String> frames = List.of(
                "{\"type\":\"text\",\"seq\":1,\"text\":\"" + mark.text(),
                "{\"type\":\"" + mark.text() + "\",\"seq\":1}",
                "{\"type\":\"text\",\"seq\":7,\"text\":\"" + mark.text() + "\"}",
                "{\"type\":\"text\",\"seq\":1,\"text\":{\"" + mark.text() + "\":[1]}}",
                "{\"type\":\"dtmf\",\"seq\":1,\"digits\":\"" + mark.text() + "\"}",
                mark.text());
        for (String frame : frames) {
            Conversation conversation = open(script);
            turns++;
            conversation.provoke(frame);
            conversation.closed().await(PATIENCE_S, TimeUnit.SECONDS);
        }
        Conversation tedious = open(script);
        say(tedious.say(mark.text().repeat(TOO_LONG)));
        end(tedious);
    }
}
