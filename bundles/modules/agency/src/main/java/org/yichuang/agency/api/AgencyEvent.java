package org.yichuang.agency.api;

import java.time.LocalDate;

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
     * {@code requested}, {@code request-moved}, {@code request-closed}: something has become of a request for an agent.
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
}
