package org.yichuang.catalogue.api;

/**
 * How the organ examines an application inside of itself before it pre-reviews or decides (X1, M-CAT-14).
 *
 * @param review whether a second person verifies what the first has examined (一审一核)
 * @param siteVisit whether two or more of the staff go and look (现场勘验, R1-11, R1-18)
 * @param hearing who may or must be heard
 */
public record Examination(boolean review, boolean siteVisit, HearingDuty hearing) {
    /** Nothing but the decision itself. */
    public static final Examination NONE = new Examination(false, false, HearingDuty.NONE);

    public Examination {
        hearing = hearing == null ? HearingDuty.NONE : hearing;
    }

    /** When a hearing is held (听证). */
    public enum HearingDuty {
        /** When the organ thinks it right. */
        NONE,
        /** The applicant and those whose interests are at stake are told that they may ask for one (R1-26). */
        ON_REQUEST,
        /** Always: the law says so, or the public's interests are at stake (R1-25). */
        MANDATORY
    }
}
