package org.yichuang.documents.api;

import java.time.LocalDate;
import java.util.Map;

/**
 * Writes texts as Word documents (DOCX) for those who go on editing them: bulletins, drafts. They look as official
 * documents do, and carry neither number series nor code: what is issued and verified is a PDF
 * ({@link DocumentService}).
 */
public interface WordDocuments {
    /**
     * Writes one; the same bytes for the same text. Fonts are named and not carried: where a machine has none of those
     * that official documents use, it takes what stands beside them.
     */
    byte[] write(Draft draft);

    /**
     * A text.
     *
     * @param layout how it looks
     * @param organ who speaks
     * @param number its number; empty for none
     * @param title its title; may name facts
     * @param addressee to whom; empty when to nobody
     * @param text its body, as {@link DocumentTemplate#text()}
     * @param facts what it says, by name; one that is missing is empty
     * @param day its date
     */
    record Draft(
            DocumentLayout layout,
            String organ,
            String number,
            String title,
            String addressee,
            String text,
            Map<String, String> facts,
            LocalDate day) {
        public Draft {
            facts = Map.copyOf(facts);
        }
    }
}
