package dev.sotto.speech.script;

import dev.sotto.speech.normalise.Reading;
import dev.sotto.speech.script.ScriptRefusedException.Reason;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads SSML (W3C, version 1.1, the part that voices here can follow). Confined to one thread. */
final class SsmlReader {

    private static final int DEEPEST = 32;
    private static final Duration AFTER_PARAGRAPH = Duration.ofMillis(400);

    private final ScriptBuilder script;

    SsmlReader(ScriptBuilder script) {
        this.script = script;
    }

    /** Reads a whole text, in {@code speak} or without it. */
    void read(String ssml) {
        // Messages are often written without the outer element.
        String whole = ssml.contains("<speak") ? ssml.trim() : "<speak>" + ssml + "</speak>";
        XMLStreamReader in = null;
        try {
            in = factory().createXMLStreamReader(new StringReader(whole));
            while (in.hasNext()) {
                if (in.next() == XMLStreamConstants.START_ELEMENT) {
                    element(in, 1);
                } else if (in.getEventType() == XMLStreamConstants.DTD) {
                    throw refused(in.getLocation(), "found a document type; expected none");
                }
            }
        } catch (XMLStreamException e) {
            // Its own message quotes the text.
            throw refused(e.getLocation(), "is no well-formed XML");
        } finally {
            close(in);
        }
    }

    private void element(XMLStreamReader in, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw refused(in.getLocation(), "found elements within elements, more than " + DEEPEST + " deep");
        }
        switch (in.getLocalName()) {
            case "break" -> {
                Duration length = Speech.pause(attribute(in, "time"), attribute(in, "strength"));
                content(in, depth);
                script.silence(length);
            }
            case "mark" -> {
                Optional<String> name = attribute(in, "name").filter(Speech::isMark);
                content(in, depth);
                name.ifPresent(script::mark);
            }
            case "say-as" -> {
                Optional<Reading> reading = attribute(in, "interpret-as").flatMap(Reading::named);
                Optional<String> format = attribute(in, "format");
                script.text(textWithin(in), reading.orElse(Reading.TEXT), format);
            }
            case "sub" -> {
                Optional<String> alias = attribute(in, "alias");
                String written = textWithin(in);
                script.text(alias.orElse(written), Reading.TEXT, Optional.empty());
            }
            case "emphasis" -> paced(in, depth, Speech.emphasis(attribute(in, "level")));
            case "prosody" -> paced(in, depth, Speech.rate(attribute(in, "rate")));
            case "s", "p" -> {
                boolean paragraph = in.getLocalName().equals("p");
                script.sentence();
                content(in, depth);
                script.sentence();
                if (paragraph) {
                    script.silence(AFTER_PARAGRAPH);
                }
            }
            default -> content(in, depth);
        }
    }

    private void paced(XMLStreamReader in, int depth, double factor) throws XMLStreamException {
        double before = script.pace();
        script.pace(Speech.within(before * factor));
        content(in, depth);
        script.pace(before);
    }

    private void content(XMLStreamReader in, int depth) throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> element(in, depth + 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    script.text(in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    /** Returns the text up to the end of an element, whatever else is in it. */
    private static String textWithin(XMLStreamReader in) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int open = 1;
        while (open > 0) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(in.getText());
                default -> {}
            }
        }
        return text.toString();
    }

    private static Optional<String> attribute(XMLStreamReader in, String name) {
        return Optional.ofNullable(in.getAttributeValue(null, name)).map(String::trim);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    private static ScriptRefusedException refused(Location where, String sentence) {
        return new ScriptRefusedException(
                Reason.MALFORMED,
                "SSML, line " + where.getLineNumber() + ", column " + where.getColumnNumber() + ": " + sentence);
    }

    private static void close(@Nullable XMLStreamReader in) {
        if (in != null) {
            try {
                in.close();
            } catch (XMLStreamException e) {
                // Nothing is open behind a text in memory.
            }
        }
    }
}
