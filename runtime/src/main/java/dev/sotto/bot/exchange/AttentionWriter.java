package dev.sotto.bot.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Prompt;
import java.time.Duration;
import java.util.Optional;

/** Writes how the answer to a question is waited for at each attempt, with Lex's own values where the bot has none. */
final class AttentionWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int START_MS = 4000;
    private static final int END_MS = 640;
    private static final int LONGEST_MS = 15000;
    private static final int NEXT_KEY_MS = 5000;
    private static final int MOST_KEYS = 513;
    private static final int TEXT_MS = 30000;

    private AttentionWriter() {}

    static ObjectNode attempts(Prompt prompt) {
        ObjectNode attempts = JSON.objectNode();
        for (int i = 0; i <= prompt.maxRetries(); i++) {
            attempts.set(i == 0 ? "Initial" : "Retry" + i, attempt(prompt.listening(i)));
        }
        return attempts;
    }

    private static ObjectNode attempt(Listening listening) {
        ObjectNode attempt =
                JSON.objectNode().put("allowInterrupt", listening.interruption() == Listening.Interruption.ALLOWED);
        attempt.putObject("allowedInputTypes")
                .put("allowAudioInput", listening.inputs() != Listening.Inputs.KEYS)
                .put("allowDTMFInput", listening.inputs() != Listening.Inputs.SPEECH);
        ObjectNode sound = attempt.putObject("audioAndDTMFInputSpecification")
                .put("startTimeoutMs", ms(listening.speech().start(), START_MS));
        sound.putObject("audioSpecification")
                .put("maxLengthMs", ms(listening.speech().longest(), LONGEST_MS))
                .put("endTimeoutMs", ms(listening.speech().end(), END_MS));
        sound.putObject("dtmfSpecification")
                .put("maxLength", listening.keys().longest().orElse(MOST_KEYS))
                .put("endTimeoutMs", ms(listening.keys().next(), NEXT_KEY_MS))
                .put("deletionCharacter", String.valueOf(listening.keys().deleteKey()))
                .put("endCharacter", String.valueOf(listening.keys().endKey()));
        attempt.putObject("textInputSpecification").put("startTimeoutMs", ms(listening.textWait(), TEXT_MS));
        return attempt;
    }

    private static long ms(Optional<Duration> time, int usual) {
        return time.map(Duration::toMillis).orElse((long) usual);
    }
}
