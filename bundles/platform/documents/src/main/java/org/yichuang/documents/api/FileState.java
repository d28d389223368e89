package org.yichuang.documents.api;

import org.yichuang.kernel.api.ProblemException;

/** Whether a file is given out. */
public enum FileState {
    /** It is. */
    OPEN,
    /** Not yet: a scanner has still to look at it. */
    NOT_SCANNED,
    /** No: a scanner has found something in it. */
    INFECTED;

    /**
     * Refuses what is not given out.
     *
     * @throws ProblemException {@code file-not-scanned}, {@code file-infected}
     */
    public void require() {
        if (this != OPEN) {
            throw ProblemException.of(this == INFECTED ? DocumentError.FILE_INFECTED : DocumentError.FILE_NOT_SCANNED);
        }
    }
}
