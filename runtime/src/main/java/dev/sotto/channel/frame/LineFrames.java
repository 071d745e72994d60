package dev.sotto.channel.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sotto.json.WholeText;
import dev.sotto.speech.AudioFormat;
import dev.sotto.voice.LineEvent;
import java.io.IOException;
import java.util.Locale;

/** Writes what happens on a line, none of which is kept for a resume. */
final class LineFrames {

    private LineFrames() {}

    static void write(JsonGenerator json, LineEvent event, AudioFormat speak) throws IOException {
        json.writeStartObject();
        if (event instanceof LineEvent.Partial partial) {
            json.writeStringField("type", "partial");
            json.writeStringField("text", WholeText.mended(partial.text().reveal()));
        } else if (event instanceof LineEvent.Heard heard) {
            json.writeStringField("type", "heard");
            if (heard.text().isPresent()) {
                json.writeStringField(
                        "text", WholeText.mended(heard.text().get().reveal()));
            }
            json.writeNumberField("begin", heard.begin());
            json.writeNumberField("end", heard.end());
            json.writeStringField("reason", word(heard.reason()));
        } else if (event instanceof LineEvent.Speaks) {
            json.writeStringField("type", "audio");
            writeFormat(json, speak);
        } else if (event instanceof LineEvent.Mark mark) {
            json.writeStringField("type", "mark");
            json.writeStringField("mark", mark.name());
        } else if (event instanceof LineEvent.Duck duck) {
            json.writeStringField("type", "duck");
            json.writeStringField("reason", word(duck.reason()));
        } else if (event instanceof LineEvent.Unduck unduck) {
            json.writeStringField("type", "resume");
            json.writeStringField("reason", word(unduck.reason()));
        } else if (event instanceof LineEvent.Clear clear) {
            json.writeStringField("type", "clear");
            json.writeStringField("reason", word(clear.reason()));
        }
        json.writeEndObject();
    }

    /** Writes the terms of voice into {@code ready}. */
    static void writeTerms(JsonGenerator json, VoiceTerms terms) throws IOException {
        if (terms instanceof VoiceTerms.Agreed agreed) {
            json.writeObjectFieldStart("audio");
            json.writeObjectFieldStart("listen");
            writeFormat(json, agreed.listen());
            json.writeEndObject();
            json.writeObjectFieldStart("speak");
            writeFormat(json, agreed.speak());
            json.writeEndObject();
            json.writeEndObject();
        } else if (terms instanceof VoiceTerms.Declined declined) {
            json.writeObjectFieldStart("audio_unavailable");
            json.writeStringField("code", declined.why().code().code());
            json.writeStringField("message", declined.why().message());
            json.writeEndObject();
        }
    }

    private static void writeFormat(JsonGenerator json, AudioFormat format) throws IOException {
        json.writeStringField("encoding", AudioOffer.word(format.encoding()));
        json.writeNumberField("rate", format.sampleRate());
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
