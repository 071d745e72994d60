package dev.sotto.bot.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a report in the XML of JUnit, which every build server can show. */
public final class JunitReport {

    private JunitReport() {}

    /**
     * Writes a report to a file, in place of what was there.
     *
     * @param suite the name of the bot
     */
    public static void write(Path file, String suite, TestReport report) throws IOException {
        Files.writeString(file, xml(suite, report));
    }

    static String xml(String suite, TestReport report) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", legal(suite));
            xml.writeAttribute("tests", String.valueOf(report.results().size()));
            xml.writeAttribute("failures", String.valueOf(report.failed()));
            for (TestReport.Result result : report.results()) {
                testCase(xml, suite, result);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("a report that cannot be written as XML", e);
        }
        return text.toString();
    }

    private static void testCase(XMLStreamWriter xml, String suite, TestReport.Result result)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", legal(suite));
        xml.writeAttribute("name", legal(result.test().name()));
        xml.writeAttribute("file", legal(result.test().position().file()));
        xml.writeAttribute("line", String.valueOf(result.test().position().line()));
        for (TestFailure failure : result.failures()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", legal("expected " + failure.expected() + ", got " + failure.got()));
            xml.writeCharacters(legal(failure.describe()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Leaves out what may not stand in XML 1.0, even escaped (section 2.2). */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints().filter(JunitReport::isLegal).forEach(legal::appendCodePoint);
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
