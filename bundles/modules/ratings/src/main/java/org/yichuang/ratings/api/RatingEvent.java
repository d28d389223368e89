package org.yichuang.ratings.api;

import java.time.LocalDate;

/**
 * A fact about what people say of services, as the audit entry of its step carries it (module {@code ratings}): the
 * data are one of these records as JSON, without what is empty, and without anything that belongs to a person. Beside
 * it stand number and item of the case, and department and window that were rated.
 */
public sealed interface RatingEvent {
    /** The module's word, under which listeners find the events. */
    String MODULE = "ratings";

    /** The form of the data; a field that is added does not change it. */
    int VERSION = 1;

    /**
     * {@code asked}: somebody is asked to rate a service.
     *
     * @param service the event of the case that is rated
     * @param channel by which way the service was used
     * @param until the last day on which it may be given
     */
    record Asked(String service, Channel channel, LocalDate until) implements RatingEvent {}

    /**
     * {@code rated}, {@code rated-again}: somebody has said so, or something else than before.
     *
     * @param service the event of the case that is rated, empty where none was named
     * @param channel by which way the service was used
     * @param grade what was said
     * @param source how it has come in
     */
    record Rated(String service, Channel channel, Grade grade, Source source) implements RatingEvent {}

    /**
     * {@code set-aside}: what was said is mistaken, as two people have found; it counts neither as good nor as bad.
     *
     * @param grade what was said
     */
    record SetAside(Grade grade) implements RatingEvent {}

    /**
     * {@code follow-up-opened}, {@code followed-up}, {@code follow-up-overdue}, {@code follow-up-closed}: something is
     * followed up.
     *
     * @param kind why
     * @param step what was done
     * @param state what is to be done next
     * @param outcome how it has ended, empty while it goes on
     * @param due the last day for what is to be done next
     * @param late whether a step was late, or is
     */
    record FollowedUp(
            FollowUpKind kind,
            FollowUpStep step,
            FollowUpState state,
            FollowUpOutcome outcome,
            LocalDate due,
            boolean late)
            implements RatingEvent {}
}
