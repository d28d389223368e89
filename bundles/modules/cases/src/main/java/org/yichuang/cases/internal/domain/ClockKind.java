package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** The clocks that run over a case. */
public enum ClockKind {
    NOTICE,
    /** In which what came in online is reviewed, as the centre promises. */
    ONLINE_REVIEW,
    /** In which the centre promises a clear answer to what cannot be done at once. */
    CLEAR_ANSWER,
    /** In which what is missing is to be supplied, where the item sets a last day. */
    CORRECTION,
    /** In which the centre promises to go on without what was not supplied after an acceptance. */
    CONTINUATION,
    PRE_REVIEW,
    SURVEY,
    HEARING,
    /** In which a hearing at the centre above may be asked for. */
    HEARING_REQUEST,
    DECISION,
    /** Of a stage that its item gives less time than the law gives the whole; beside that limit, never in its place. */
    STAGE,
    PROMISE,
    /** In which the centre keeps its promise of what is handled specially, without regard to holidays. */
    SPECIAL,
    DELIVERY,
    /** In which the centre promises to deliver a refusal: art. 44 is of licences that are granted. */
    REFUSAL_DELIVERY,
    /** Until the validity of what is to be renewed ends; its limit is the number of days until then. */
    RENEWAL,
    /** Of a department in a joint case; kept with its branch. */
    BRANCH,
    /** Of the government, to which a joint case was raised. */
    COORDINATION,
    /** How long a special procedure was going to take; kept with it, and no limit of anybody (R1-20). */
    SUSPENSION;

    /** Whether other centres are told of it: those of before know nothing of what a centre does within itself. */
    boolean isTold() {
        return !isOfTheHouse();
    }

    private boolean isOfTheHouse() {
        return switch (this) {
            case SURVEY, HEARING, HEARING_REQUEST, RENEWAL, ONLINE_REVIEW, CLEAR_ANSWER -> true;
            case CORRECTION, CONTINUATION, SPECIAL, STAGE, REFUSAL_DELIVERY, SUSPENSION -> true;
            default -> false;
        };
    }

    /** Whether it stands for a special procedure: art. 45 is of the decision, not of these days (art. 47, 50, 55). */
    boolean isStoppable() {
        return !isOfTheHouse() || this == SPECIAL || this == STAGE;
    }

    /** Whether it is of what comes after the decision: a case that is decided in time is not late by it. */
    public boolean isOfDelivery() {
        return this == DELIVERY || this == REFUSAL_DELIVERY;
    }

    /** Those that end with the decision. */
    static List<ClockKind> ofDecision() {
        return List.of(DECISION, STAGE, PROMISE, SPECIAL, PRE_REVIEW, RENEWAL);
    }

    /** Whether it waits for the decision. */
    public boolean isDecision() {
        return this == DECISION || this == STAGE || this == PROMISE;
    }

    /** Whether it is the centre's own promise or step: the law sets no such limit (R3-33). */
    public boolean isPromised() {
        return switch (this) {
            case PROMISE, STAGE, SPECIAL, ONLINE_REVIEW, CLEAR_ANSWER, CONTINUATION, REFUSAL_DELIVERY -> true;
            case SUSPENSION -> true;
            default -> false;
        };
    }

    /** Whether it gets more time when the limit of the decision does. */
    boolean isExtended() {
        return isDecision() || this == SPECIAL || this == BRANCH;
    }

    /** Whether missing it makes the case late: what the government or those concerned let pass is nobody's here. */
    boolean isOfTheCase() {
        return this != COORDINATION && this != HEARING_REQUEST && this != CORRECTION;
    }

    /** The word on the wire: {@code pre-review}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The clock of a word on the wire. */
    public static ClockKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The name for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(ClockKind.class, "clock." + key());
    }

    /**
     * What sets the limit.
     *
     * @param isLicence whether the item is a licence: of anything else the Administrative Licensing Law says nothing
     * @param isJoint whether it is a bundle, for which that law sets another limit
     * @param edition what the law said when it was started
     */
    public LocalizedMessage law(boolean isLicence, boolean isJoint, LawEdition edition) {
        boolean isSame = isLicence
                || isPromised()
                || this == BRANCH
                || this == COORDINATION
                || this == RENEWAL
                || this == CORRECTION;
        if (isLicence && isJoint && this == DECISION) {
            return LocalizedMessage.of(ClockKind.class, "law.decision.joint" + edition.words());
        }
        return LocalizedMessage.of(ClockKind.class, "law." + key() + (isSame ? "" : ".other") + edition.words());
    }
}
