package dev.sotto.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a server answered in one turn.
 *
 * @param turn the turn's number; 0 is the bot's opening
 * @param frames all frames of it, in order, the last a {@code done} or an {@code end}
 * @param nanos from the sending of the input to the last frame
 */
public record Answer(long turn, List<JsonNode> frames, long nanos) {

    public Answer {
        frames = List.copyOf(frames);
    }

    /** Returns the bot's texts in order. */
    public List<String> said() {
        return frames.stream()
                .filter(frame -> isOf(frame, "say") || isOf(frame, "ask"))
                .map(frame -> frame.path("text").asText())
                .toList();
    }

    /** Returns what the server understood, if the principal may see it. */
    public Optional<JsonNode> understood() {
        return last("understood");
    }

    /** Returns the frame that closes the turn, if the conversation did not end with it. */
    public Optional<JsonNode> done() {
        return last("done");
    }

    /** Returns whether the conversation is over. */
    public boolean ended() {
        return last("end").isPresent();
    }

    private Optional<JsonNode> last(String type) {
        return frames.stream().filter(frame -> isOf(frame, type)).reduce((first, second) -> second);
    }

    private static boolean isOf(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }
}
