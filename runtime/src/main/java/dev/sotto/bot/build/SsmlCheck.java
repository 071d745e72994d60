package dev.sotto.bot.build;

import dev.sotto.bot.Template;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds out whether an author's SSML is well formed: one element {@code speak}, and no declarations in it. */
final class SsmlCheck {

    private SsmlCheck() {}

    /** Returns what is wrong with it, if anything is. */
    static Optional<String> fault(Template ssml) {
        StringBuilder text = new StringBuilder();
        for (Template.Part part : ssml.parts()) {
            text.append(part instanceof Template.Literal literal ? literal.text() : "x");
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text.toString()));
            reader.nextTag();
            if (!reader.getLocalName().equals("speak")) {
                return Optional.of("SSML that begins with <" + reader.getLocalName() + "> instead of <speak>");
            }
            while (reader.hasNext()) {
                reader.next();
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.of(
                    "SSML that is broken at character " + e.getLocation().getColumnNumber());
        }
    }
}
