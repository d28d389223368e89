package org.yichuang.documents.api;

import gg.jte.Content;
import java.util.Map;
import java.util.Set;

/**
 * SPI (whiteboard): a kind of document that a module issues. What was issued is never computed again: a template that
 * changes gets another version, and what was made by the version before stays as it is.
 */
public interface DocumentTemplate {
    /** Returns the word of the module that issues it. */
    String module();

    /** Returns the kind, unique within the module, e.g. {@code acceptance-notice}. */
    String kind();

    /** Returns the version, which grows whenever the same facts would be rendered differently. */
    int version();

    /** Returns the names of the facts that it needs; a request that lacks one is refused. */
    Set<String> facts();

    /**
     * Renders the document's body as HTML; must give the same for the same facts, at any time and on any node.
     *
     * @param number the document's own number
     * @param facts at least those of {@link #facts()}
     */
    Content render(String number, Map<String, String> facts);
}
