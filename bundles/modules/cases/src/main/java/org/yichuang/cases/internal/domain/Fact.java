package org.yichuang.cases.internal.domain;

/** What happens to a case that figures count, each on its day. */
public enum Fact {
    /** Handed in, or transferred here for the first time. */
    RECEIVED,
    /** Transferred here again, after it had been concluded here by handing it back. */
    REOPENED,
    /** Reviewed, as it came in online: by what was said of it, whatever that was. */
    REVIEWED,
    ACCEPTED,
    /** Answered in writing, as it cannot be done now or at all. */
    ANSWERED,
    /** Found to be handled specially. */
    SPECIAL,
    /** Granted or refused, here or above; on the day on which this centre knows it. */
    DECIDED,
    /** Its result is there, or there will be none: issued, refused, not accepted, withdrawn, handed back. */
    CONCLUDED,
    /** Somebody has come to the hall for it. */
    VISIT,
    /** It is over, and the item says how often somebody has to come. */
    VISITED,
    /** What was issued or refused has reached the applicant. */
    DELIVERED
}
