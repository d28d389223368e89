package org.yichuang.pages.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can go wrong with pages as such. */
public enum PagesError implements ErrorCode {
    /** A form came without the token of a page of ours, or with that of somebody else. */
    FORM_FOREIGN(ErrorKind.NOT_ALLOWED);

    private final ErrorKind kind;

    PagesError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
