package org.yichuang.windows.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can be wrong about the hall. */
public enum WindowsError implements ErrorCode {
    /** There is no such place. */
    POINT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The department does not work at the centre. */
    STATIONING_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The department works at the centre already. */
    STATIONING_KNOWN(ErrorKind.CONFLICT),
    /** The item has entered the hall already. */
    ITEM_ENTERED(ErrorKind.CONFLICT),
    /** The item is another department's. */
    ITEM_NOT_OF_DEPARTMENT(ErrorKind.INVALID),
    /** No more items can enter. */
    HALL_FULL(ErrorKind.CONFLICT),
    /** There is no such window. */
    WINDOW_UNKNOWN(ErrorKind.NOT_FOUND),
    /** There is a window of this number. */
    WINDOW_KNOWN(ErrorKind.CONFLICT),
    /** The window is closed. */
    WINDOW_CLOSED(ErrorKind.CONFLICT),
    /** A department joins a comprehensive window by the consent of the centre. */
    CONSENT_MISSING(ErrorKind.INVALID),
    /** There is nobody of this kind. */
    STAFF_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Somebody with this account or number is on the list. */
    STAFF_KNOWN(ErrorKind.CONFLICT),
    /** Something else is to be done next. */
    STAFF_STATE(ErrorKind.CONFLICT),
    /** Nobody has a badge who has not passed. */
    BADGE_EXAM(ErrorKind.CONFLICT),
    /** There is no such letter. */
    LETTER_UNKNOWN(ErrorKind.NOT_FOUND),
    /** There is a letter of this number. */
    LETTER_KNOWN(ErrorKind.CONFLICT),
    /** Something else is to be done next with the letter. */
    LETTER_STATE(ErrorKind.CONFLICT),
    /** A representative is not of the rank. */
    LETTER_RANK(ErrorKind.INVALID),
    /** A and B are the same person. */
    LETTER_SAME_PERSON(ErrorKind.INVALID),
    /** The law has the organ itself decide on the item. */
    LETTER_EXCLUDED(ErrorKind.INVALID),
    /** Another letter grants the item in the same time. */
    LETTER_OVERLAP(ErrorKind.CONFLICT),
    /** It is changed without notice. */
    LETTER_NOTICE_SHORT(ErrorKind.INVALID),
    /** Not all four have signed. */
    LETTER_UNSIGNED(ErrorKind.INVALID),
    /** Whoever has proposed does not consent. */
    LETTER_OWN(ErrorKind.NOT_ALLOWED),
    /** No letter grants the right on the item. */
    AUTHORITY_NONE(ErrorKind.NOT_ALLOWED),
    /** The letter that granted it holds no more, or not yet. */
    AUTHORITY_EXPIRED(ErrorKind.NOT_ALLOWED),
    /** B is away; A acts. */
    AUTHORITY_ABSENT(ErrorKind.NOT_ALLOWED),
    /** B is there; A does not act in their place. */
    AUTHORITY_B_PRESENT(ErrorKind.NOT_ALLOWED),
    /** The organ itself decides, and what it has decided by is not said. */
    AUTHORITY_ORGAN(ErrorKind.NOT_ALLOWED),
    /** Whoever acts is not on duty. */
    STAFF_OFF_DUTY(ErrorKind.NOT_ALLOWED),
    /** There is no such group of tickets. */
    QUEUE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** There is a group of these letters. */
    QUEUE_KNOWN(ErrorKind.CONFLICT),
    /** Nobody waits for the window. */
    QUEUE_EMPTY(ErrorKind.CONFLICT),
    /** There is no such ticket. */
    TICKET_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Something else is to be done next with the ticket. */
    TICKET_STATE(ErrorKind.CONFLICT),
    /** Another window has called the ticket. */
    TICKET_GONE(ErrorKind.CONFLICT),
    /** Whoever has the ticket may still come. */
    TICKET_EARLY(ErrorKind.CONFLICT),
    /** Somebody has taken as many tickets as one person may. */
    TICKETS_ENOUGH(ErrorKind.CONFLICT),
    /** The window has called somebody who is waited for. */
    WINDOW_BUSY(ErrorKind.CONFLICT),
    /** There is no such appointment. */
    BOOKING_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Something else is to be done next with the appointment. */
    BOOKING_STATE(ErrorKind.CONFLICT),
    /** The slot has begun. */
    BOOKING_PAST(ErrorKind.INVALID),
    /** The day is too far away. */
    BOOKING_FAR(ErrorKind.INVALID),
    /** The place is not open on the day. */
    BOOKING_CLOSED(ErrorKind.INVALID),
    /** The time lies in a break. */
    BOOKING_BREAK(ErrorKind.INVALID),
    /** The time lies outside of the hours. */
    BOOKING_HOURS(ErrorKind.INVALID),
    /** No slot begins at the time. */
    BOOKING_SLOT(ErrorKind.INVALID),
    /** The item is not served at the place. */
    BOOKING_ELSEWHERE(ErrorKind.INVALID),
    /** The slot has no place left. */
    BOOKING_FULL(ErrorKind.CONFLICT),
    /** Somebody has booked in the same time. */
    BOOKING_TWICE(ErrorKind.CONFLICT),
    /** Somebody has as many appointments as one person may. */
    BOOKINGS_ENOUGH(ErrorKind.CONFLICT),
    /** Somebody has often not come. */
    BOOKINGS_MISSED(ErrorKind.NOT_ALLOWED),
    /** They come too early. */
    BOOKING_EARLY(ErrorKind.CONFLICT),
    /** They come too late. */
    BOOKING_LATE(ErrorKind.CONFLICT),
    /** There is no such device, or the key is another one. */
    DEVICE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The device is locked. */
    DEVICE_LOCKED(ErrorKind.NOT_ALLOWED),
    /** The device is for something else. */
    DEVICE_KIND(ErrorKind.NOT_ALLOWED),
    /** The centre lets nobody punch on a telephone. */
    PUNCH_PHONE(ErrorKind.NOT_ALLOWED),
    /** A device has recorded the punch, and nothing that is entered takes its place. */
    PUNCH_DEVICE(ErrorKind.CONFLICT),
    /** There is no such absence. */
    ABSENCE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The absence has ended. */
    ABSENCE_STATE(ErrorKind.CONFLICT),
    /** They are out already. */
    ABSENCE_OPEN(ErrorKind.CONFLICT),
    /** For longer a leave is needed, and somebody who stands in. */
    ABSENCE_LEAVE(ErrorKind.INVALID),
    /** Whoever is to stand in is not there. */
    STANDIN_ABSENT(ErrorKind.CONFLICT),
    /** They are on leave already. */
    LEAVE_OVERLAP(ErrorKind.CONFLICT),
    /** There is no such leave. */
    LEAVE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The leave is over. */
    LEAVE_STATE(ErrorKind.CONFLICT),
    /** No bulletin of that month was published. */
    BULLETIN_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The bulletin of the month was published already. */
    BULLETIN_KNOWN(ErrorKind.CONFLICT),
    /** There is no such finding. */
    DEDUCTION_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Something else is to be done next with the finding. */
    DEDUCTION_STATE(ErrorKind.CONFLICT),
    /** Whoever has noted it does not decide on the appeal. */
    DEDUCTION_OWN(ErrorKind.NOT_ALLOWED),
    /** The days for an appeal have passed. */
    APPEAL_LATE(ErrorKind.CONFLICT),
    /** Nobody of this name is assessed. */
    ASSESSMENT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The assessment of the period was published already. */
    ASSESSMENT_KNOWN(ErrorKind.CONFLICT),
    /** Nobody marks themselves as a peer. */
    MARK_OWN(ErrorKind.NOT_ALLOWED),
    /** The deed is in the ledger already. */
    DEED_KNOWN(ErrorKind.CONFLICT),
    /** There is nothing of this kind to confirm. */
    DEED_PROPOSAL_UNKNOWN(ErrorKind.NOT_FOUND),
    /** There is no such enquiry, or somebody else has it in hand. */
    ENQUIRY_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The enquiry was answered already. */
    ENQUIRY_STATE(ErrorKind.CONFLICT),
    /** There is no such decision on the list. */
    COUNTERSIGN_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Something else is to be done next with the decision on the list. */
    COUNTERSIGN_STATE(ErrorKind.CONFLICT),
    /** Somebody else signs, or puts right. */
    COUNTERSIGN_OTHER(ErrorKind.NOT_ALLOWED),
    /** There is no such seal. */
    SEAL_UNKNOWN(ErrorKind.NOT_FOUND),
    /** There is a seal of this number. */
    SEAL_KNOWN(ErrorKind.CONFLICT),
    /** The seal is put to nothing any more. */
    SEAL_RETIRED(ErrorKind.CONFLICT),
    /** Somebody else keeps the seal. */
    SEAL_CUSTODIAN(ErrorKind.NOT_ALLOWED),
    /** The case is another department's, or there is none. */
    SEAL_CASE(ErrorKind.INVALID),
    /** What is made out was not sealed. */
    SEAL_MISSING(ErrorKind.NOT_ALLOWED),
    /** Number and code open no enquiry. */
    ENQUIRY_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Somebody else has taken the enquiry. */
    ENQUIRY_TAKEN(ErrorKind.CONFLICT),
    /** A "no" does not say how it can be done. */
    ANSWER_HOW(ErrorKind.INVALID);

    private final ErrorKind kind;

    WindowsError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
