package dev.sotto.bot.testing;

import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements, attributes and text; whatever they hold, it cannot become anything else. Confined to one document. */
final class Markup {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private Markup() throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    /** Writes a part of a document. */
    interface Part {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** Begins a document of XML. */
    static Markup xml() throws IOException {
        return begun(xml -> xml.writeStartDocument("UTF-8", "1.0"));
    }

    /** Begins a document of HTML, in the form that is XML too. */
    static Markup html() throws IOException {
        return begun(xml -> xml.writeDTD("<!DOCTYPE html>\n"));
    }

    private static Markup begun(Part prologue) throws IOException {
        try {
            Markup markup = new Markup();
            prologue.write(markup.xml);
            return markup;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private static IOException unwritable(XMLStreamException cause) {
        return new IOException("a report that cannot be written", cause);
    }

    /** Begins an element, with names and values of attributes in turn. */
    Markup open(String element, String... attributes) throws IOException {
        return write(xml -> {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
            }
        });
    }

    Markup text(String words) throws IOException {
        return write(xml -> xml.writeCharacters(legal(words)));
    }

    /** Ends the element that was begun last. */
    Markup close() throws IOException {
        return write(XMLStreamWriter::writeEndElement);
    }

    /** Writes an element that holds text and nothing else. */
    Markup leaf(String element, String words, String... attributes) throws IOException {
        return open(element, attributes).text(words).close();
    }

    /** Writes an element that has no end. */
    Markup empty(String element, String... attributes) throws IOException {
        return write(xml -> {
            xml.writeEmptyElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
            }
        });
    }

    private Markup write(Part part) throws IOException {
        try {
            part.write(xml);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Ends what is still open, and returns the whole. */
    String end() throws IOException {
        write(xml -> {
            xml.writeEndDocument();
            xml.close();
        });
        return text.toString();
    }

    /** Leaves out what may not stand in XML 1.0, even escaped (section 2.2). */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints().filter(Markup::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0x20 && code <= 0xD7FF)
                || (code >= 0xE000 && code <= 0xFFFD)
                || code >= 0x10000;
    }
}
