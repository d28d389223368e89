package org.yichuang.documents.internal.sheets;

import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;

/** The rows of a sheet, one behind the other. */
interface SheetRows extends AutoCloseable {
    /** The next row, or null after the last. */
    SheetRow next();

    /** What is to be said of the sheet itself. */
    List<LocalizedMessage> notes();

    @Override
    void close();
}
