package org.yichuang.documents.internal.domain;

import java.util.List;

/** A part of a document's body. */
public sealed interface Block {
    /** A paragraph. */
    record Paragraph(String text) implements Block {}

    /** A heading within the body. */
    record Heading(String text) implements Block {}

    /** A point of a list, which is numbered from the list's beginning. */
    record Point(int number, String text) implements Block {}

    /** A line of a table: what it is, and its value. */
    record Row(String name, String value) implements Block {}

    /** What can be done against the document, and until when: kept together, set apart from what is decided. */
    record Remedies(List<String> paragraphs) implements Block {
        public Remedies {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Something that is attached, numbered from 1. */
    record Attachment(int number, String text) implements Block {}
}
