package org.yichuang.kernel.api;

/** The failures that belong to no module. */
public enum CommonError implements ErrorCode {
    /** The body is not JSON, or not of the expected form. */
    BODY_UNREADABLE(ErrorKind.MALFORMED),
    /** A parameter cannot be read. */
    PARAMETER_UNREADABLE(ErrorKind.MALFORMED),
    /** Fields break their rules; the fields are named. */
    FIELDS_INVALID(ErrorKind.INVALID),
    /** No token, or one that is unknown, expired or revoked. */
    NOT_SIGNED_IN(ErrorKind.NOT_SIGNED_IN),
    /** The roles of the account do not allow this. */
    NOT_ALLOWED(ErrorKind.NOT_ALLOWED),
    /** The account belongs to another centre. */
    OTHER_TENANT(ErrorKind.NOT_ALLOWED),
    /** No such path. */
    PATH_UNKNOWN(ErrorKind.NOT_FOUND),
    /** No such tenant. */
    TENANT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The module is switched off for this tenant, or not installed. */
    MODULE_OFF(ErrorKind.NOT_FOUND),
    /** No such thing here. */
    NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The path does not take this method. */
    METHOD_NOT_ALLOWED(ErrorKind.METHOD),
    /** None of the accepted media types can be produced. */
    NOT_ACCEPTABLE(ErrorKind.NOT_ACCEPTABLE),
    /** The media type of the body is not taken. */
    MEDIA_TYPE_UNSUPPORTED(ErrorKind.MEDIA_TYPE),
    /** The body is larger than allowed. */
    TOO_LARGE(ErrorKind.TOO_LARGE),
    /** The body arrives too slowly. */
    BODY_TOO_SLOW(ErrorKind.TIMEOUT),
    /** A command came without its Idempotency-Key. */
    IDEMPOTENCY_KEY_MISSING(ErrorKind.MALFORMED),
    /** The Idempotency-Key was used before with another body. */
    IDEMPOTENCY_KEY_REUSED(ErrorKind.CONFLICT),
    /** Somebody changed it meanwhile: read it again. */
    CHANGED_MEANWHILE(ErrorKind.CONFLICT),
    /** {@code If-Match} does not hold. */
    PRECONDITION_FAILED(ErrorKind.PRECONDITION),
    /** Asked too often. */
    TOO_MANY_REQUESTS(ErrorKind.TOO_MANY),
    /** A fault of ours; details are in the log under the request id. */
    INTERNAL(ErrorKind.INTERNAL),
    /** Not ready yet, or something needed is away. */
    UNAVAILABLE(ErrorKind.UNAVAILABLE),
    /** The work was longer than its limit and has been undone; with less at a time it may pass. */
    TOOK_TOO_LONG(ErrorKind.UNAVAILABLE);

    private final ErrorKind kind;

    CommonError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
