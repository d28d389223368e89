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
    /** Whoever signs in by no account cannot act. */
    AGENT_WITHOUT_ACCOUNT(ErrorKind.CONFLICT),
    /** The agent does not write down at the window that they have been entrusted themselves. */
    ENTRUSTMENT_OWN(ErrorKind.NOT_ALLOWED),
    /** Nobody has compared who asks by an account with the applicant: the entrustment is signed at the window. */
    ENTRUSTMENT_AT_WINDOW(ErrorKind.CONFLICT),
    /** A case that is attached has not come to its end. */
    CASES_OPEN(ErrorKind.CONFLICT),
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
    /** There is no such agreement. */
    AGREEMENT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The agreement does not hold, not yet or not any more. */
    AGREEMENT_OVER(ErrorKind.CONFLICT),
    /** The agreement does not cover the item: its own sentence says so. */
    OUT_OF_SCOPE(ErrorKind.CONFLICT),
    /** There is no such case, or it is decided. */
    CASE_NOT_OPEN(ErrorKind.CONFLICT),
    /** A review has been recognised in this case. */
    RECOGNISED_BEFORE(ErrorKind.CONFLICT),
    /** There is no such project. */
    PROJECT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Somebody else leads the project. */
    PROJECT_NOT_LED(ErrorKind.NOT_ALLOWED),
    /** The project is tracked no more. */
    PROJECT_CLOSED(ErrorKind.CONFLICT),
    /** Problems of the project are not solved. */
    PROJECT_HAS_PROBLEMS(ErrorKind.CONFLICT),
    /** The project has no such problem. */
    PROBLEM_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The problem is solved. */
    PROBLEM_SOLVED(ErrorKind.CONFLICT),
    /** There is no such request for joint handling for the one who asks. */
    JOINT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Something else is to be done next with the request for joint handling. */
    JOINT_STATE(ErrorKind.CONFLICT),
    /** A published bundle consists of these items already. */
    JOINT_BUNDLED(ErrorKind.CONFLICT),
    /** What is handled jointly was consented to for somebody else. */
    JOINT_NOT_ASKED(ErrorKind.NOT_ALLOWED),
    /** There is no such joint annual inspection, or no such body in it. */
    INSPECTION_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The joint annual inspection has ended. */
    INSPECTION_CLOSED(ErrorKind.CONFLICT),
    /** The body is not called with this certificate, or the inspection has none of its name. */
    CERTIFICATE_NOT_CALLED(ErrorKind.INVALID),
    /** The department has said already what it has found of the certificate. */
    INSPECTED_BEFORE(ErrorKind.CONFLICT),
    /** Nothing of the certificate is to be put right. */
    NOTHING_TO_RIGHT(ErrorKind.CONFLICT),
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
