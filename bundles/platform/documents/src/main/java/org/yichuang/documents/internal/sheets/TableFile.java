package org.yichuang.documents.internal.sheets;

import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;

/** A file in which a table is looked for. */
interface TableFile {
    /** The places where it may stand: the sheets of a workbook that people see, or the ways to cut a text. */
    List<Place> places();

    /** What is to be said of the file. */
    List<LocalizedMessage> notes();

    /** Whether more cells than headings mean that a separator stood within a text. */
    boolean isCut();

    /** A place. */
    interface Place {
        /** Its name for people, empty where it has none. */
        String name();

        /** Its rows, from the first on. */
        SheetRows open();
    }
}
