package org.yichuang.web.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What the chain of requests refuses with on its own. */
public enum WebError implements ErrorCode {
    /** The password must be changed before anything else may be done (R9-10). */
    PASSWORD_CHANGE_REQUIRED(ErrorKind.NOT_ALLOWED);

    private final ErrorKind kind;

    WebError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
