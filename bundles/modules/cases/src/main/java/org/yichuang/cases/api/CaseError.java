package org.yichuang.cases.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can go wrong with cases. */
public enum CaseError implements ErrorCode {
    /** No such case at this centre, or not for the one who asks. */
    CASE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The case's state does not allow the command. */
    CASE_STATE(ErrorKind.CONFLICT),
    /** The applicant's data break a rule (R4); the fields are named. */
    APPLICANT_INVALID(ErrorKind.INVALID),
    /** The item has the applicant come and sign in person: nobody acts for them on an entrustment (R1-07). */
    IN_PERSON(ErrorKind.INVALID),
    /** The same applicant has applied for the same item already, and that goes on; why it is done again is missing. */
    DUPLICATE_APPLICATION(ErrorKind.CONFLICT),
    /** A material's file is unknown, of a wrong type or size, or used elsewhere. */
    MATERIAL_INVALID(ErrorKind.INVALID),
    /** A letter of another centre has the number of an earlier one: its database has been set back since. */
    LETTER_NUMBER_REUSED(ErrorKind.CONFLICT),
    /** The centre was set back, and has not yet heard from its neighbour what it had told it: it may be decided. */
    CENTRE_REMEMBERING(ErrorKind.UNAVAILABLE),
    /** The centre has told a neighbour otherwise, before its database was set back. */
    TOLD_BEFORE(ErrorKind.CONFLICT),
    /** What another centre says of an item version is not what the catalogue here says. */
    ITEM_DIFFERS(ErrorKind.CONFLICT),
    /** A centre that the route needs is not there or does not run the modules. */
    ROUTE_UNREACHABLE(ErrorKind.CONFLICT),
    /** Required materials are not there, nor promised as the item allows (R3-19, R3-20); the fields name each. */
    MATERIALS_MISSING(ErrorKind.INVALID),
    /** A grant has to wait for materials that were promised to follow (R3-19); the fields name each. */
    MATERIALS_OUTSTANDING(ErrorKind.CONFLICT),
    /** The item demands an examination that does not stand yet (R1-11); the fields name what is missing. */
    EXAMINATION_OUTSTANDING(ErrorKind.CONFLICT),
    /** A decision has to wait for a hearing, or for the days in which one may be asked for (R1-25, R1-26). */
    HEARING_OUTSTANDING(ErrorKind.CONFLICT),
    /** The same person has done another step that their centre or the law keeps apart from this one. */
    DUTIES_SEPARATE(ErrorKind.NOT_ALLOWED),
    /** The case has no such branch. */
    BRANCH_UNKNOWN(ErrorKind.NOT_FOUND),
    /** A department that has a say refuses its branch, so that the whole is not granted; the fields name each. */
    BRANCH_REFUSED(ErrorKind.CONFLICT),
    /** A second notice lists something new (R1-05). */
    SECOND_NOTICE(ErrorKind.INVALID),
    /** A refusal lacks reasons, basis or remedies (R1-13). */
    DECISION_INCOMPLETE(ErrorKind.INVALID),
    /** Something is missing before the result may be made out; what it is stands in the fields. */
    ISSUE_INCOMPLETE(ErrorKind.CONFLICT),
    /** A module that has a say in the command is on at the centre and not there to be asked. */
    GATE_AWAY(ErrorKind.UNAVAILABLE),
    /** No such proposal to remove cases. */
    REMOVAL_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The proposal has been confirmed or turned down already. */
    REMOVAL_STATE(ErrorKind.CONFLICT),
    /** The case is not held, or held already. */
    HOLD_STATE(ErrorKind.CONFLICT),
    /** No such progress: number or query code is wrong. */
    PROGRESS_UNKNOWN(ErrorKind.NOT_FOUND),
    /**
     * The account has left as much at the centre today as one of the public may; the sentence says when it may again.
     */
    QUOTA_EXCEEDED(ErrorKind.TOO_MANY);

    private final ErrorKind kind;

    CaseError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
