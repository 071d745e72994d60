package dev.sotto.channel.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sotto.bot.Card;
import dev.sotto.json.WholeText;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes each kind of output as its frame. */
final class OutputFrames {

    private OutputFrames() {}

    static void write(JsonGenerator json, Envelope<Output> envelope) throws IOException {
        json.writeStartObject();
        Output output = envelope.body();
        if (output instanceof Output.Say say) {
            writeHead(json, "say", envelope);
            writeText(json, envelope, say.text().reveal());
            writeSsml(json, envelope, say.ssml());
        } else if (output instanceof Output.Ask ask) {
            writeHead(json, "ask", envelope);
            writeText(json, envelope, ask.text().reveal());
            writeSsml(json, envelope, ask.ssml());
            writeExpectation(json, ask.expects());
            json.writeStringField("answer_class", word(ask.answerClass()));
            json.writeNumberField("attempt", ask.attempt());
            ListeningFields.write(json, ask.listening());
        } else if (output instanceof Output.Payload payload) {
            writeHead(json, "payload", envelope);
            json.writeStringField("content", shown(envelope, payload.content()));
            writeSensitivity(json, envelope);
        } else if (output instanceof Output.Card card) {
            writeHead(json, "card", envelope);
            writeCard(json, envelope, card);
            writeSensitivity(json, envelope);
        } else if (output instanceof Output.Understood understood) {
            writeHead(json, "understood", envelope);
            writeUnderstood(json, understood);
            writeSensitivity(json, envelope);
        } else {
            writePlain(json, envelope, output);
        }
        json.writeEndObject();
    }

    /** Writes what repeats nothing that a person said. */
    private static void writePlain(JsonGenerator json, Envelope<Output> envelope, Output output) throws IOException {
        if (output instanceof Output.Done done) {
            writeHead(json, "done", envelope);
            writeDone(json, envelope.cause(), done);
        } else if (output instanceof Output.End end) {
            writeHead(json, "end", envelope);
            json.writeStringField("reason", word(end.reason()));
        } else if (output instanceof Output.Transfer transfer) {
            writeHead(json, "transfer", envelope);
            json.writeStringField("to", WholeText.mended(transfer.to()));
        } else if (output instanceof Output.Play play) {
            writeHead(json, "play", envelope);
            json.writeStringField("source", WholeText.mended(play.source()));
        } else {
            throw new AssertionError("an output that has no frame");
        }
    }

    private static void writeHead(JsonGenerator json, String type, Envelope<Output> envelope) throws IOException {
        json.writeStringField("type", type);
        json.writeNumberField("seq", envelope.sequence());
        json.writeNumberField("turn", envelope.turn());
    }

    private static void writeCard(JsonGenerator json, Envelope<Output> envelope, Output.Card card) throws IOException {
        json.writeStringField("title", shown(envelope, card.title()));
        if (card.subtitle().isPresent()) {
            json.writeStringField("subtitle", shown(envelope, card.subtitle().get()));
        }
        if (card.image().isPresent()) {
            json.writeStringField("image", card.image().get().toASCIIString());
        }
        json.writeArrayFieldStart("buttons");
        for (Card.Button button : card.buttons()) {
            json.writeStartObject();
            json.writeStringField("text", WholeText.mended(button.text()));
            json.writeStringField("value", WholeText.mended(button.value()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSsml(JsonGenerator json, Envelope<Output> envelope, Optional<Saying> ssml)
            throws IOException {
        if (ssml.isPresent()) {
            json.writeStringField("ssml", shown(envelope, ssml.get()));
        }
    }

    /** What is secret is never repeated to anybody, whoever built an output from it. */
    private static String shown(Envelope<Output> envelope, Saying words) {
        return envelope.sensitivity() == DataClass.SECRET ? "" : WholeText.mended(words.reveal());
    }

    private static void writeText(JsonGenerator json, Envelope<Output> envelope, String text) throws IOException {
        // What is secret is never repeated to anybody, whoever built an output from it.
        json.writeStringField("text", envelope.sensitivity() == DataClass.SECRET ? "" : WholeText.mended(text));
        writeSensitivity(json, envelope);
    }

    private static void writeSensitivity(JsonGenerator json, Envelope<Output> envelope) throws IOException {
        json.writeStringField("class", word(envelope.sensitivity()));
        if (envelope.timeToLive().isPresent()) {
            json.writeNumberField("ttl_s", envelope.timeToLive().get().toSeconds());
        }
    }

    private static void writeExpectation(JsonGenerator json, Expectation expectation) throws IOException {
        if (expectation instanceof Expectation.Anything) {
            json.writeStringField("expects", "anything");
        } else if (expectation instanceof Expectation.Slot slot) {
            json.writeStringField("expects", "slot");
            json.writeStringField("intent", slot.intent().value());
            json.writeStringField("slot", slot.slot().value());
        } else if (expectation instanceof Expectation.Confirmation confirmation) {
            json.writeStringField("expects", "yes_no");
            json.writeStringField("intent", confirmation.intent().value());
        }
    }

    private static void writeUnderstood(JsonGenerator json, Output.Understood understood) throws IOException {
        json.writeStringField("intent", understood.intent().value());
        json.writeNumberField("confidence", understood.confidence());
        json.writeObjectFieldStart("slots");
        for (Map.Entry<SlotName, Optional<SlotValue>> slot : understood.slots().entrySet()) {
            json.writeFieldName(slot.getKey().value());
            if (slot.getValue().isPresent()) {
                json.writeString(WholeText.mended(slot.getValue().get().reveal()));
            } else {
                json.writeNull();
            }
        }
        json.writeEndObject();
        json.writeStringField("state", understood.state().lexName());
        json.writeStringField("confirmation", understood.confirmation().lexName());
    }

    private static void writeDone(JsonGenerator json, long cause, Output.Done done) throws IOException {
        json.writeNumberField("cause", cause);
        json.writeStringField("action", done.action().lexName());
        if (done.state().isPresent()) {
            json.writeStringField("state", done.state().get().lexName());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
