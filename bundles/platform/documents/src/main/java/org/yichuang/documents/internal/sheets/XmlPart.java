package org.yichuang.documents.internal.sheets;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XML part of a workbook, element by element. It declares nothing and refers to nothing outside of itself. */
final class XmlPart implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream content;
    private final XMLStreamReader xml;

    XmlPart(InputStream content) throws XMLStreamException {
        this.content = content;
        this.xml = FACTORY.createXMLStreamReader(content);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        return factory;
    }

    /** On to the next beginning of an element; false when there is none. */
    boolean nextElement() throws XMLStreamException {
        while (xml.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** On to the next beginning or end of an element; true for a beginning. */
    boolean nextTag() throws XMLStreamException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event == XMLStreamConstants.START_ELEMENT;
            }
        }
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("Declarations have no place in a workbook");
        }
        return event;
    }

    String name() {
        return xml.getLocalName();
    }

    /** An attribute of the element, or null. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    int number(String name, int otherwise) {
        String text = attribute(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    boolean flag(String name) {
        String text = attribute(name);
        return "1".equals(text) || "true".equals(text);
    }

    /** The characters up to the end of the element, which has no elements within. */
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                throw new XMLStreamException("An element within a value");
            }
        }
        return text.toString();
    }

    /** The words of a text with its runs, without how Japanese would read them, up to the end of the element. */
    String words() throws XMLStreamException {
        StringBuilder words = new StringBuilder();
        int depth = 1;
        int phonetic = 0;
        while (depth > 0) {
            if (nextTag()) {
                if (name().equals("t")) {
                    String text = text();
                    words.append(phonetic > 0 ? "" : text);
                    continue;
                }
                depth++;
                phonetic = phonetic > 0 || name().equals("rPh") ? phonetic + 1 : 0;
            } else {
                depth--;
                phonetic = Math.max(0, phonetic - 1);
            }
        }
        return CellText.decoded(words.toString());
    }

    /** Past the end of the element. */
    void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            depth += nextTag() ? 1 : -1;
        }
    }

    @Override
    public void close() throws XMLStreamException {
        try {
            xml.close();
            content.close();
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }
}
