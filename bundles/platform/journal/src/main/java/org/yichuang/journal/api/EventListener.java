package org.yichuang.journal.api;

import java.time.Duration;
import java.util.Optional;
import org.yichuang.kernel.api.TenantId;

/**
 * Whiteboard: a service of this type hears of what was committed, each tenant's events in their one order, by one
 * node at
 * a time. What it does with the unit is committed together with its place in that order: nothing is skipped, nothing
 * takes effect twice. Several events share a transaction while it catches up.
 *
 * <p>An event on which it fails is tried again for some minutes, then set aside until an operator replays it; later
 * events of the same aggregate wait behind it, those of others go on.
 */
public interface EventListener {
    /** Where a listener begins that has never been here before. */
    enum Start {
        /** With the first entry of every tenant. */
        BEGINNING,
        /** With what is committed from now on. */
        NOW
    }

    /** Its name for ever, e.g. {@code supervision-cards}: its places are kept under it. At most 60 characters. */
    String name();

    /** What it wants to hear. */
    default EventFilter wants() {
        return EventFilter.ALL;
    }

    /** Where it begins. */
    default Start start() {
        return Start.NOW;
    }

    /** The age beyond which it does not want an event any more, e.g. because a notice would come too late. */
    default Optional<Duration> oldest() {
        return Optional.empty();
    }

    /** Whether it follows a tenant at present; while it does not, its place there stays. Must be cheap. */
    default boolean follows(TenantId tenant) {
        return true;
    }

    /**
     * Hears an event. Everything it changes goes through the unit, which belongs to the event's tenant and acts as the
     * platform itself; it opens no transaction of its own and talks to nobody outside. What the event does not say is
     * read through the unit as well: modules have ports that take one, e.g. {@code Cases.find} and {@code
     * Catalogue.version}.
     */
    void on(EventEnvelope event, UnitOfWork unit);
}
