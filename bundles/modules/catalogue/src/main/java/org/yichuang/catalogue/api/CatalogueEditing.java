package org.yichuang.catalogue.api;

import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Making and changing a centre's own catalogue; every act is journaled on the item's chain. */
public interface CatalogueEditing {
    /** Returns an item's versions, the newest first; {@code item-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    List<ItemVersion> versions(String code, CallContext context);

    /**
     * Creates or replaces the draft of an item.
     *
     * @throws ProblemException {@code item-invalid} with the fields; {@code precondition-failed}
     */
    @RequiresPermission(CataloguePermission.EDIT)
    ItemVersion draft(ItemDefinition definition, CallContext context);

    /**
     * Publishes the draft; the version published before is retired in the same act. Running cases keep theirs (R3-10).
     *
     * @throws ProblemException {@code item-invalid} (missing fields, promised above statutory …), {@code routes-gap} or
     *     {@code routes-overlap} with an example application for which it fails, {@code item-state}
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    ItemVersion publish(String code, CallContext context);

    /** Retires the published version without successor; {@code item-state}. */
    @RequiresPermission(CataloguePermission.PUBLISH)
    ItemVersion retire(String code, CallContext context);

    /**
     * Takes a CSV or XLSX file row by row; a bad row never stops the good ones; one journaled act.
     *
     * @param fileName decides the format by its ending, else the content does
     * @param publish whether rows that may be published are published at once
     * @throws ProblemException {@code file-unreadable}, {@code file-columns}, {@code too-large}
     */
    @RequiresPermission(CataloguePermission.IMPORT)
    ImportReport importFile(String fileName, InputStream content, boolean publish, CallContext context);

    /** Returns the report of an import; {@code import-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    ImportReport imported(String id, CallContext context);

    /** Tells whether this centre has taken a file of exactly these bytes before, by their SHA-256. */
    @RequiresPermission(CataloguePermission.VIEW)
    boolean hasImported(String digest, CallContext context);

    /**
     * What became of a file.
     *
     * @param id names the import in the journal
     * @param rows how many data rows it has
     * @param accepted how many are items now, also those that are unchanged
     * @param refused how many did not
     * @param published how many it has published; what was published before and is unchanged is none of them
     * @param details one entry a row
     * @param notesZh what is to be known of the file itself, in Chinese: columns that nobody reads, what is hidden
     * @param notesEn the same in English
     */
    record ImportReport(
            String id,
            int rows,
            int accepted,
            int refused,
            int published,
            List<Row> details,
            List<String> notesZh,
            List<String> notesEn) {
        public ImportReport {
            details = List.copyOf(details);
            notesZh = notesZh == null ? List.of() : List.copyOf(notesZh);
            notesEn = notesEn == null ? List.of() : List.copyOf(notesEn);
        }

        /** The codes of the items that it has published. */
        public List<String> publishedCodes() {
            return details.stream()
                    .filter(row -> row.outcome() == Outcome.PUBLISHED)
                    .map(Row::code)
                    .toList();
        }

        /** The notes in the language of who reads them. */
        public List<LocalizedMessage> notes() {
            return both(notesZh, notesEn);
        }
    }

    private static List<LocalizedMessage> both(List<String> zh, List<String> en) {
        return IntStream.range(0, zh.size())
                .<LocalizedMessage>mapToObj(i -> new BilingualText(zh.get(i), en.get(i)))
                .toList();
    }

    /**
     * What became of a row.
     *
     * @param row its number in the file, the heading being 1
     * @param code the item's code, given or assigned; empty when refused before one was known
     * @param name the item's name
     * @param outcome accepted (draft), published, unchanged or refused
     * @param reasonsZh why, or what was assumed, in Chinese
     * @param reasonsEn the same in English
     */
    record Row(int row, String code, String name, Outcome outcome, List<String> reasonsZh, List<String> reasonsEn) {
        public Row {
            reasonsZh = List.copyOf(reasonsZh);
            reasonsEn = List.copyOf(reasonsEn);
        }

        /** The same in the language of who reads it. */
        public List<LocalizedMessage> reasons() {
            return both(reasonsZh, reasonsEn);
        }
    }

    /** What can become of a row. */
    enum Outcome {
        DRAFTED,
        PUBLISHED,
        UNCHANGED,
        REFUSED;

        /** Whether something was written of the row. */
        public boolean isWritten() {
            return this == DRAFTED || this == PUBLISHED;
        }
    }
}
