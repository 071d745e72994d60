package dev.sotto.channel.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sotto.bot.Listening;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Writes how an answer is waited for, as far as a bot says it. */
final class ListeningFields {

    private ListeningFields() {}

    static void write(JsonGenerator json, Listening listening) throws IOException {
        if (listening.interruption() == Listening.Interruption.IGNORED) {
            json.writeBooleanField("interrupt", false);
        }
        if (listening.inputs() != Listening.Inputs.ALL) {
            json.writeStringField("only", listening.inputs() == Listening.Inputs.KEYS ? "keys" : "speech");
        }
        if (!listening.speech().equals(Listening.USUAL.speech())) {
            json.writeObjectFieldStart("speech");
            time(json, "start_ms", listening.speech().start());
            time(json, "end_ms", listening.speech().end());
            time(json, "longest_ms", listening.speech().longest());
            json.writeEndObject();
        }
        if (!listening.keys().equals(Listening.USUAL.keys())) {
            json.writeObjectFieldStart("keys");
            time(json, "next_ms", listening.keys().next());
            if (listening.keys().longest().isPresent()) {
                json.writeNumberField("longest", listening.keys().longest().get());
            }
            json.writeStringField("end_key", String.valueOf(listening.keys().endKey()));
            json.writeStringField("delete_key", String.valueOf(listening.keys().deleteKey()));
            json.writeEndObject();
        }
    }

    private static void time(JsonGenerator json, String name, Optional<Duration> time) throws IOException {
        if (time.isPresent()) {
            json.writeNumberField(name, time.get().toMillis());
        }
    }
}
