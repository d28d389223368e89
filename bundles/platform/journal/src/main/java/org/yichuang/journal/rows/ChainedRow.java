package org.yichuang.journal.rows;

import org.yichuang.journal.api.ChainHead;

/** A row whose every step the audit trail proves: it keeps the end of its chain. */
public interface ChainedRow {
    /** Its key within the centre. */
    String id();

    /** The end of its chain. */
    ChainHead head();

    /** Keeps the end of its chain. */
    void head(ChainHead head);
}
