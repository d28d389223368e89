package org.yichuang.agency.api;

import java.time.LocalDate;
import java.util.List;

/**
 * A fact about agents and what they serve, as the audit entry of its step carries it (module {@code agency}): the data
 * are one of these records as JSON, without what is empty, and without anything that belongs to a person.
 */
public sealed interface AgencyEvent {
    /** The module's word, under which listeners find the events. */
    String MODULE = "agency";

    /** The form of the data; a field that is added does not change it. */
    int VERSION = 1;

    /**
     * {@code agent-registered}, {@code agent-trained}, {@code agent-authorised}, {@code agent-withdrawn}: something has
     * become of an agent.
     *
     * @param agent which one
     * @param source where they come from
     * @param trainedUntil until when the training holds, empty without one
     * @param authorisedUntil until when the authorisation holds, empty without one
     */
    record AgentChanged(String agent, AgentSource source, LocalDate trainedUntil, LocalDate authorisedUntil)
            implements AgencyEvent {}

    /**
     * {@code requested}, {@code request-moved}, {@code request-closed}, {@code request-overdue}: something has become
     * of a request for an agent.
     *
     * @param step what was done
     * @param state what is to be done next
     * @param outcome how it has ended, empty while it goes on
     * @param eligibility the class of the project
     * @param agent who is assigned, empty for nobody
     * @param due the last day for what is to be done next
     * @param late whether a step was late
     */
    record RequestChanged(
            RequestStep step,
            RequestState state,
            RequestOutcome outcome,
            Eligibility eligibility,
            String agent,
            LocalDate due,
            boolean late)
            implements AgencyEvent {}

    /**
     * {@code case-attached}, {@code case-moved}: a case is served, or has gone on.
     *
     * @param owner what it is served by
     * @param state where the case stands
     */
    record CaseServed(String owner, String state) implements AgencyEvent {}

    /**
     * {@code agreement-made}, {@code agreement-ended}: something has become of an agreement on whose reviews are
     * recognised.
     *
     * @param number of the paper
     * @param body whose review is recognised
     * @param items codes of the items
     * @param validFrom the first day
     * @param validUntil the last day
     * @param endedOn when it was ended before, empty where it was not
     */
    record AgreementChanged(
            String number,
            String body,
            List<String> items,
            LocalDate validFrom,
            LocalDate validUntil,
            LocalDate endedOn)
            implements AgencyEvent {
        public AgreementChanged {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /**
     * {@code recognised}, {@code recognition-issued}, {@code recognition-taken-back}: a signed review stands in place
     * of the examination of a case, the result of that case has been made out, or it does not stand for it any more.
     *
     * @param agreement under which
     * @param item code of the item
     * @param document the number of the review
     * @param issuedOn when the result was made out, empty before
     * @param sameDay whether on the day on which the review was presented
     */
    record Recognised(String agreement, String item, String document, LocalDate issuedOn, boolean sameDay)
            implements AgencyEvent {}

    /**
     * {@code project-tracked}, {@code project-moved}, {@code project-closed}: something has become of a project in the
     * green channel.
     *
     * @param leader the account of the leader who tracks it
     * @param closedOn when that ended, empty before
     */
    record ProjectChanged(String leader, LocalDate closedOn) implements AgencyEvent {}

    /**
     * {@code problem-raised}, {@code problem-overdue}, {@code problem-solved}: something has become of a problem of a
     * project.
     *
     * @param project which
     * @param due until when it is to be solved
     * @param solvedOn when it was, empty before
     * @param late whether its day had passed
     */
    record ProblemChanged(String project, LocalDate due, LocalDate solvedOn, boolean late) implements AgencyEvent {}

    /**
     * {@code joint-asked}, {@code joint-moved}, {@code joint-closed}, {@code joint-overdue}: something has become of a
     * request that items be handled jointly.
     *
     * @param step what was done
     * @param state where it stands
     * @param items codes of the items
     * @param lead who leads, empty before the centre has consented
     * @param bundle the code under which it may be handed in, empty before
     * @param caseNumber the case that it has become, empty before
     * @param due the last day for the centre's answer, empty when it has answered
     * @param late whether the answer was late
     */
    record JointChanged(
            JointStep step,
            JointState state,
            List<String> items,
            String lead,
            String bundle,
            String caseNumber,
            LocalDate due,
            boolean late)
            implements AgencyEvent {
        public JointChanged {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /**
     * {@code inspection-opened}, {@code inspection-called}, {@code inspection-closed}: something has become of a joint
     * annual inspection.
     *
     * @param name what it is called
     * @param from the first day on which bodies come
     * @param to the last
     * @param closedOn when it ended, empty before
     */
    record InspectionChanged(String name, LocalDate from, LocalDate to, LocalDate closedOn) implements AgencyEvent {}

    /**
     * {@code body-called}, {@code body-inspected}: something has become of a body that is called to a joint annual
     * inspection.
     *
     * @param inspection which
     * @param state where it stands
     * @param visitedOn when it came, empty before
     * @param late whether something was put right late, or is late
     */
    record BodyInspected(String inspection, InspectionState state, LocalDate visitedOn, boolean late)
            implements AgencyEvent {}
}
