package org.yichuang.notices.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can be wrong with messages to people. */
public enum NoticeError implements ErrorCode {
    /** No module that is here sends messages of that kind, or not on that way. */
    TEMPLATE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** There is no such message for the one who asks. */
    NOTICE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The message is not one about which somebody has to decide. */
    NOTICE_STATE(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    NoticeError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
