package org.yichuang.catalogue.internal.rest;

import java.util.List;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Delegation;
import org.yichuang.catalogue.api.Handling.InPerson;
import org.yichuang.catalogue.api.Handling.Registration;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.rest.PartBodies.LimitBody;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * How an item is handled, as an editor sends and reads it.
 *
 * @param inPerson whether the applicant has to come in person; absent means no
 * @param onlinePreReview whether what is handed in online is looked at before it is received; absent means no
 * @param visits how often somebody has to come; absent where that is not told
 * @param correctionDays within how many working days something missing has to be there; absent for no last day
 * @param delegation in whose name it is decided; absent where the organ has the power itself
 * @param specialSteps steps with a time and a fee of their own
 * @param approvalLevels by how many levels it is approved inside; absent where that is not told
 * @param registration that it is a registration, and what the law gives it; absent for everything else
 */
public record HandlingBody(
        InPersonBody inPerson,
        Boolean onlinePreReview,
        VisitsBody visits,
        Integer correctionDays,
        DelegationBody delegation,
        List<StepBody> specialSteps,
        Integer approvalLevels,
        RegistrationBody registration) {
    /** The working days of a registration that is not made on the spot, and by how many they may be extended. */
    public record RegistrationBody(Integer days, Integer further) {}

    /** Whether the applicant has to come in person, and why. */
    public record InPersonBody(Boolean required, String reason) {}

    /** How often somebody has to come to the hall, why, and by which rule. */
    public record VisitsBody(Integer number, String reason, String basis) {}

    /** The organ in whose name it is decided, by which rule, and where that has been announced. */
    public record DelegationBody(String organ, String basis, String announcement) {}

    /** A step with a time and a fee of its own; whether that time is part of the limit of the law. */
    public record StepBody(
            String name, LimitBody limit, String basis, Boolean charged, String feeBasis, Boolean counted) {
        static StepBody of(SpecialStep step) {
            return new StepBody(
                    step.name(),
                    LimitBody.of(step.limit()),
                    step.basis(),
                    step.charged(),
                    step.feeBasis(),
                    step.counted());
        }

        SpecialStep step(String path, Problems problems) {
            return new SpecialStep(
                    Parts.text(name),
                    LimitBody.limit(path + ".limit", limit, problems),
                    Parts.text(basis),
                    Boolean.TRUE.equals(charged),
                    Parts.text(feeBasis),
                    !Boolean.FALSE.equals(counted));
        }
    }

    static HandlingBody of(Handling handling) {
        Visits visits = handling.visits();
        Delegation delegation = handling.delegation();
        return new HandlingBody(
                new InPersonBody(
                        handling.inPerson().required(), handling.inPerson().reason()),
                handling.onlinePreReview(),
                visits == null ? null : new VisitsBody(visits.number(), visits.reason(), visits.basis()),
                handling.correctionDays(),
                delegation == null
                        ? null
                        : new DelegationBody(delegation.organ(), delegation.basis(), delegation.announcement()),
                handling.specialSteps().stream().map(StepBody::of).toList(),
                handling.approvalLevels(),
                handling.registration() == null
                        ? null
                        : new RegistrationBody(
                                handling.registration().days(),
                                handling.registration().further()));
    }

    static Handling handling(HandlingBody given, Problems problems) {
        return new Handling(
                given.inPerson == null
                        ? InPerson.NO
                        : new InPerson(Boolean.TRUE.equals(given.inPerson.required), Parts.text(given.inPerson.reason)),
                Boolean.TRUE.equals(given.onlinePreReview),
                visits(given.visits, problems),
                given.correctionDays,
                delegation(given.delegation),
                Parts.each(
                        "handling.specialSteps",
                        given.specialSteps,
                        problems,
                        (path, each) -> each.step(path, problems)),
                given.approvalLevels,
                registration(given.registration));
    }

    /** What is not said is as the law has it for market entities. */
    private static Registration registration(RegistrationBody given) {
        return given == null
                ? null
                : new Registration(
                        given.days == null ? Registration.MARKET_ENTITY.days() : given.days,
                        given.further == null ? Registration.MARKET_ENTITY.further() : given.further);
    }

    private static Visits visits(VisitsBody given, Problems problems) {
        if (given == null) {
            return null;
        }
        problems.when(
                given.number == null,
                "handling.visits.number",
                LocalizedMessage.of(HandlingBody.class, "visits.number-missing"));
        return new Visits(given.number == null ? 0 : given.number, Parts.text(given.reason), Parts.text(given.basis));
    }

    private static Delegation delegation(DelegationBody given) {
        return given == null
                ? null
                : new Delegation(Parts.text(given.organ), Parts.text(given.basis), Parts.text(given.announcement));
    }
}
