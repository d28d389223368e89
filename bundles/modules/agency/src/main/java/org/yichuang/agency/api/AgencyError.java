package org.yichuang.agency.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can be wrong with agents and what they serve. */
public enum AgencyError implements ErrorCode {
    /** There is no such agent. */
    AGENT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Somebody with this telephone or account is registered already. */
    AGENT_KNOWN(ErrorKind.CONFLICT),
    /** Whoever is not trained, or not any more, is not authorised. */
    AGENT_NOT_TRAINED(ErrorKind.CONFLICT),
    /** Nobody acts as an agent without training and authorisation of the day. */
    AGENT_NOT_QUALIFIED(ErrorKind.CONFLICT),
    /** There is no such request for the one who asks. */
    REQUEST_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Something else is to be done next. */
    REQUEST_STATE(ErrorKind.CONFLICT),
    /** The centre renders no such service for this class of projects, or for so small an investment. */
    NOT_ELIGIBLE(ErrorKind.INVALID),
    /** The case is not the applicant's, or there is none of this number. */
    CASE_NOT_OF_APPLICANT(ErrorKind.CONFLICT),
    /** The case is served already. */
    CASE_SERVED(ErrorKind.CONFLICT),
    /** So much has been written down that it is left as it is. */
    HISTORY_FULL(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    AgencyError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
