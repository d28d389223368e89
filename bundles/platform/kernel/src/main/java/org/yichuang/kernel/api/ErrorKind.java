package org.yichuang.kernel.api;

/** What sort of failure an {@link ErrorCode} is; the REST door turns it into a status. */
public enum ErrorKind {
    /** The input cannot be read at all: 400. */
    MALFORMED(400),
    /** Nobody, or nobody known, is asking: 401. */
    NOT_SIGNED_IN(401),
    /** The one who asks may not: 403. */
    NOT_ALLOWED(403),
    /** There is no such thing for the one who asks: 404. */
    NOT_FOUND(404),
    /** The path exists, the method does not: 405. */
    METHOD(405),
    /** None of the offered media types: 406. */
    NOT_ACCEPTABLE(406),
    /** The request takes too long to arrive: 408. */
    TIMEOUT(408),
    /** The thing is not in a state for this, or has changed meanwhile: 409. */
    CONFLICT(409),
    /** An {@code If-Match} does not hold: 412. */
    PRECONDITION(412),
    /** More bytes than allowed: 413. */
    TOO_LARGE(413),
    /** A media type that is not understood: 415. */
    MEDIA_TYPE(415),
    /** Readable input that breaks a rule: 422. */
    INVALID(422),
    /** Asked too often: 429. */
    TOO_MANY(429),
    /** A fault of ours: 500. */
    INTERNAL(500),
    /** Something needed is not there at the moment: 503. */
    UNAVAILABLE(503);

    private final int status;

    ErrorKind(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
