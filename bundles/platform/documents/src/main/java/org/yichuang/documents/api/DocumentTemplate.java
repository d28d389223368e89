package org.yichuang.documents.api;

import java.util.Map;
import java.util.Set;

/**
 * SPI (whiteboard): a kind of document that a module issues. What was issued is never computed again: a text that
 * changes gets another version, and what was issued under the one before stays as it is.
 */
public interface DocumentTemplate {
    /** Returns the word of the module that issues it. */
    String module();

    /** Returns the kind, unique within the module, e.g. {@code acceptance}; lower-case letters and hyphens. */
    String kind();

    /** Returns the version of the module's own text, which grows whenever the text changes. */
    int version();

    /**
     * Returns the title in Chinese. It may name facts as the text does, but none that belongs to a person: everybody
     * who verifies a document reads its title.
     */
    String title();

    /** Returns what stands for the kind in a number, e.g. 受理: another than any other template's. */
    String mark();

    /** Returns how it looks. */
    DocumentLayout layout();

    /** Whether it leaves a place for the seal. */
    boolean isSealed();

    /** Returns the names of all facts that its text may name. */
    Set<String> facts();

    /** Returns what people who write a text call a fact, by its name; one that is not here is called by its name. */
    default Map<String, String> factNames() {
        return Map.of();
    }

    /** Returns the names of the facts that must not be empty, and that no text of a centre may leave out. */
    Set<String> required();

    /**
     * Returns the text: a line is a paragraph; {@code #} begins a heading, {@code -} a numbered point, {@code !} what
     * can be done against the document, {@code +} an attachment, {@code |} makes a line of a table; a name in braces
     * stands for a fact, and what stands in square brackets is left out when a fact in it is empty.
     */
    String text();
}
