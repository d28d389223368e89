package org.yichuang.ratings.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can be wrong with ratings. */
public enum RatingError implements ErrorCode {
    /** Nothing is asked under this link, number or account. */
    RATING_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The days have passed in which it could be given or changed. */
    RATING_CLOSED(ErrorKind.CONFLICT),
    /** It was changed so often that it is left as it is. */
    RATING_CHANGED_OFTEN(ErrorKind.CONFLICT),
    /** There is no such follow-up for the one who asks. */
    FOLLOW_UP_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Something else is to be done next. */
    FOLLOW_UP_STATE(ErrorKind.CONFLICT),
    /** Whoever has handled it does not verify it. */
    FOLLOW_UP_OWN(ErrorKind.NOT_ALLOWED),
    /** Whoever has rendered the service does not contact who has rated it, and does not verify. */
    FOLLOW_UP_RATED(ErrorKind.NOT_ALLOWED),
    /** What is found to be mistaken is verified by somebody of the centre itself, and of no department. */
    FOLLOW_UP_SECTION(ErrorKind.NOT_ALLOWED),
    /** Several services can be rated: it is to be said which. */
    RATING_SEVERAL(ErrorKind.CONFLICT),
    /** The case has not been refused, so that there is nothing to review. */
    NOT_REFUSED(ErrorKind.CONFLICT),
    /** The review of the case has been asked for. */
    REVIEW_ASKED(ErrorKind.CONFLICT),
    /** It has been given more time. */
    EXTENDED_BEFORE(ErrorKind.CONFLICT),
    /** Its last day has passed: it gets no more time. */
    EXTENDED_TOO_LATE(ErrorKind.CONFLICT),
    /** Whoever has acted in a case neither takes up nor answers what is complained of it. */
    COMPLAINT_INVOLVED(ErrorKind.NOT_ALLOWED);

    private final ErrorKind kind;

    RatingError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
