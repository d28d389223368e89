package org.yichuang.documents.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can be wrong with documents and files. */
public enum DocumentError implements ErrorCode {
    /** No module that is here issues documents of that kind. */
    TEMPLATE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** There is no such document for the one who asks. */
    DOCUMENT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The document has been issued; its file is being made. */
    DOCUMENT_PENDING(ErrorKind.UNAVAILABLE),
    /** The document has been revoked already. */
    DOCUMENT_REVOKED(ErrorKind.CONFLICT),
    /** There are no such bytes at this centre. */
    FILE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** More bytes than are taken. */
    FILE_TOO_LARGE(ErrorKind.TOO_LARGE),
    /** The file is none that is taken; the sentence says why. */
    FILE_REFUSED(ErrorKind.INVALID),
    /** A scanner has still to look at the file. */
    FILE_NOT_SCANNED(ErrorKind.UNAVAILABLE),
    /** A scanner has found something in the file: it is given to nobody. */
    FILE_INFECTED(ErrorKind.NOT_ALLOWED),
    /** No scanner has found anything in the file, or it is being looked at again already. */
    FILE_NOT_INFECTED(ErrorKind.CONFLICT),
    /** No scanner is to look at files. */
    SCANNER_OFF(ErrorKind.CONFLICT),
    /** The bytes are not those that were kept. */
    FILE_DAMAGED(ErrorKind.INTERNAL),
    /** The file is no table that can be read. */
    FILE_UNREADABLE(ErrorKind.INVALID),
    /** The headings of a table are not those that are needed. */
    FILE_COLUMNS(ErrorKind.INVALID);

    private final ErrorKind kind;

    DocumentError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
