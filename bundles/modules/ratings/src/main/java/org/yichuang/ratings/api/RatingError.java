package org.yichuang.ratings.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can be wrong with ratings. */
public enum RatingError implements ErrorCode {
    /** Nothing is asked under this link, number or account. */
    RATING_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The days have passed in which it could be given or changed. */
    RATING_CLOSED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    RatingError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
