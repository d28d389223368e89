package org.yichuang.catalogue.api;

import java.util.List;
import org.yichuang.kernel.api.time.Limit;

/**
 * What an item asks of applicants besides their materials, and in whose name it is decided (M-CAT-8, M-CAT-9, R1-06,
 * R1-23, R3-09, R3-14). What a version says stays as it is.
 *
 * @param inPerson whether the applicant has to come in person; never null
 * @param onlinePreReview whether what is handed in online is looked at before it is received (网上预审)
 * @param visits how often somebody has to come to the hall; null where that is not told
 * @param correctionDays within how many working days an applicant has to correct what is missing; null where no last
 *     day is set
 * @param delegation by whom the power is delegated; null where the organ has it itself
 * @param specialSteps the steps that take time and money of their own; none where nothing is needed
 * @param approvalLevels by how many levels it is approved inside of the organ, from whoever handles it to whoever signs
 *     (M-CAT-14); null where that is not told
 * @param registration that it is a registration (R1-17), and what the law gives it; null for everything else
 */
public record Handling(
        InPerson inPerson,
        boolean onlinePreReview,
        Visits visits,
        Integer correctionDays,
        Delegation delegation,
        List<SpecialStep> specialSteps,
        Integer approvalLevels,
        Registration registration) {
    /** What is said of an item by saying nothing. */
    public static final Handling USUAL = new Handling(InPerson.NO, false, null, null, null, List.of());

    /** One of which is not told by how many it is approved inside. */
    public Handling(
            InPerson inPerson,
            boolean onlinePreReview,
            Visits visits,
            Integer correctionDays,
            Delegation delegation,
            List<SpecialStep> specialSteps) {
        this(inPerson, onlinePreReview, visits, correctionDays, delegation, specialSteps, null);
    }

    /** One that is no registration. */
    public Handling(
            InPerson inPerson,
            boolean onlinePreReview,
            Visits visits,
            Integer correctionDays,
            Delegation delegation,
            List<SpecialStep> specialSteps,
            Integer approvalLevels) {
        this(inPerson, onlinePreReview, visits, correctionDays, delegation, specialSteps, approvalLevels, null);
    }

    public Handling {
        inPerson = inPerson == null ? InPerson.NO : inPerson;
        specialSteps = specialSteps == null ? List.of() : List.copyOf(specialSteps);
    }

    /**
     * That it is registered on the spot when it is complete and in form (登记事项; arts. 12 (5) and 56 of the
     * Administrative Licensing Law), and what a law gives for what cannot be.
     *
     * @param days within how many working days of the acceptance it is registered otherwise
     * @param further by how many the head of the organ may extend that, once, where it is complex
     */
    public record Registration(int days, int further) {
        /** What holds for market entities: art. 19 of the regulations on their registration. */
        public static final Registration MARKET_ENTITY = new Registration(3, 3);

        /** The days as the limit of the law; null where they are none that a limit may have. */
        public Limit limit() {
            return days < 1 || days > Limit.MAXIMUM ? null : Limit.working(days);
        }
    }

    /**
     * Whether the applicant has to come and sign in person (本人现场签字), which no agent does instead.
     *
     * @param required whether so
     * @param reason why; empty where it is not required
     */
    public record InPerson(boolean required, String reason) {
        /** Anybody may act for the applicant. */
        public static final InPerson NO = new InPerson(false, "");

        public InPerson {
            reason = reason == null ? "" : reason;
        }
    }

    /**
     * How often somebody has to come to the hall (到办事现场次数).
     *
     * @param number 0 where everything is done online
     * @param reason why it cannot be done otherwise; empty where nobody has to come
     * @param basis by which rule; the same
     */
    public record Visits(int number, String reason, String basis) {
        public Visits {
            reason = reason == null ? "" : reason;
            basis = basis == null ? "" : basis;
        }
    }

    /**
     * That an organ decides by delegation (委托), in the name of the organ whose power it is.
     *
     * @param organ the organ that delegates, in whose name it is decided
     * @param basis by which law, regulation or rule it may
     * @param announcement where the delegation has been announced
     */
    public record Delegation(String organ, String basis, String announcement) {
        public Delegation {
            organ = organ == null ? "" : organ;
            basis = basis == null ? "" : basis;
            announcement = announcement == null ? "" : announcement;
        }
    }

    /**
     * A step that takes time and perhaps money of its own (特殊环节): a hearing, an auction, a test, a survey.
     *
     * @param name what it is called
     * @param limit how long it takes; null where that is not told
     * @param basis by which rule it is needed
     * @param charged whether it costs something
     * @param feeBasis by which rule; empty where it costs nothing
     * @param counted whether its time is part of the limit of the law
     */
    public record SpecialStep(
            String name, Limit limit, String basis, boolean charged, String feeBasis, boolean counted) {
        public SpecialStep {
            basis = basis == null ? "" : basis;
            feeBasis = feeBasis == null ? "" : feeBasis;
        }
    }
}
