package dev.sotto.channel.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sotto.access.IssuedToken;
import dev.sotto.json.ByteSink;
import dev.sotto.json.WholeText;
import dev.sotto.refusal.Refusal;
import dev.sotto.session.Admission;
import dev.sotto.speech.AudioFormat;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import dev.sotto.voice.LineEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Writes what goes to clients. Each method returns the bytes of one frame or body, which belong to the caller, who wipes
 * them.
 */
public final class ServerFrames {

    private ServerFrames() {}

    /** Writes the frame that begins a connection. */
    public static byte[] ready(Admission admission, ShownSizes sizes, VoiceTerms voice) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", "ready");
            json.writeStringField("session", admission.session().value());
            json.writeStringField("resume_key", admission.key().reveal());
            json.writeNumberField("received", admission.received());
            writeBotAndLimits(json, admission, sizes);
            LineFrames.writeTerms(json, voice);
            json.writeEndObject();
        });
    }

    /**
     * Writes the frame of something that happens on a spoken line.
     *
     * @param speak how the bot's audio is laid out
     */
    public static byte[] line(LineEvent event, AudioFormat speak) {
        return bytes(json -> LineFrames.write(json, event, speak));
    }

    /** Writes the frame of an output. */
    public static byte[] output(Envelope<Output> envelope) {
        return bytes(json -> OutputFrames.write(json, envelope));
    }

    /**
     * Writes an error.
     *
     * @param cause the number of the input that was not taken, if it is about one
     */
    public static byte[] error(Refusal refusal, OptionalLong cause) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", "error");
            writeRefusal(json, refusal);
            if (cause.isPresent()) {
                json.writeNumberField("cause", cause.getAsLong());
            }
            json.writeEndObject();
        });
    }

    /** Writes the body of an answer over HTTP that refuses. */
    public static byte[] refusalBody(Refusal refusal) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("error");
            writeRefusal(json, refusal);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /** Writes the body that hands over a token. */
    public static byte[] tokenBody(IssuedToken issued) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("token", issued.token().reveal());
            json.writeNumberField("expires_s", issued.life().toSeconds());
            json.writeEndObject();
        });
    }

    /** Writes the body that hands over a ticket for a call. */
    public static byte[] callBody(UUID ticket, Duration life) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("call", ticket.toString());
            json.writeNumberField("expires_s", life.toSeconds());
            json.writeEndObject();
        });
    }

    /** Writes the body that tells of a session opened over HTTP, with the bot's opening. */
    public static byte[] openedBody(Admission admission, ShownSizes sizes, List<Envelope<Output>> outputs) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("session", admission.session().value());
            json.writeStringField("key", admission.key().reveal());
            writeBotAndLimits(json, admission, sizes);
            writeOutputs(json, outputs);
            json.writeEndObject();
        });
    }

    /** Writes the body that answers a turn over HTTP. */
    public static byte[] turnBody(List<Envelope<Output>> outputs) {
        return bytes(json -> {
            json.writeStartObject();
            writeOutputs(json, outputs);
            json.writeEndObject();
        });
    }

    /** Writes the body that tells which bots there are. */
    public static byte[] botsBody(List<BotCard> bots) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("bots");
            for (BotCard bot : bots) {
                writeBot(json, bot);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void writeBotAndLimits(JsonGenerator json, Admission admission, ShownSizes sizes)
            throws IOException {
        json.writeStringField("bot", admission.bot().value());
        json.writeStringField("version", admission.version().value());
        json.writeStringField("locale", admission.locale().toLanguageTag());
        json.writeObjectFieldStart("limits");
        json.writeNumberField("text", sizes.text());
        json.writeNumberField("frame", sizes.frame());
        json.writeNumberField("binary", sizes.binary());
        json.writeNumberField("idle_s", admission.idle().toSeconds());
        json.writeNumberField("lifetime_s", admission.lifetime().toSeconds());
        json.writeEndObject();
    }

    private static void writeOutputs(JsonGenerator json, List<Envelope<Output>> outputs) throws IOException {
        json.writeArrayFieldStart("frames");
        for (Envelope<Output> output : outputs) {
            OutputFrames.write(json, output);
        }
        json.writeEndArray();
    }

    private static void writeRefusal(JsonGenerator json, Refusal refusal) throws IOException {
        json.writeStringField("code", refusal.code().code());
        json.writeStringField("message", refusal.message());
    }

    private static void writeBot(JsonGenerator json, BotCard bot) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", bot.name().value());
        json.writeStringField("title", WholeText.mended(bot.title()));
        json.writeArrayFieldStart("locales");
        for (Locale locale : bot.locales()) {
            json.writeString(locale.toLanguageTag());
        }
        json.writeEndArray();
        json.writeStringField("hint", WholeText.mended(bot.hint()));
        json.writeEndObject();
    }

    private static byte[] bytes(Writing writing) {
        ByteSink sink = new ByteSink();
        try (JsonGenerator json = Json.FACTORY.createGenerator(sink)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink.take();
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }
}
