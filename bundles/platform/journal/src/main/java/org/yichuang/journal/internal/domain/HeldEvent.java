package org.yichuang.journal.internal.domain;

/**
 * An event that could not be delivered to a listener, or waits behind such a one.
 *
 * @param state RETRYING, SET_ASIDE or BEHIND
 * @param dueMicros when it is tried next, by the machine's clock
 * @param sinceMicros since when it has been held, by the machine's clock
 */
public record HeldEvent(
        String tenant,
        String listener,
        String aggregateType,
        String aggregateId,
        long sequence,
        long anchor,
        int position,
        String state,
        int attempts,
        long dueMicros,
        long sinceMicros,
        String lastError) {
    /** The place before every held event. */
    public static final HeldEvent BEGINNING = new HeldEvent("", "", "", "", 0, 0, 0, "", 0, 0, 0, "");

    /** What an aggregate is known by among others. */
    public static String aggregate(String type, String id) {
        return type + "\n" + id;
    }

    /** The same event in another state. */
    public HeldEvent in(String otherState, int itsAttempts, long itsDueMicros, String error) {
        return new HeldEvent(
                tenant,
                listener,
                aggregateType,
                aggregateId,
                sequence,
                anchor,
                position,
                otherState,
                itsAttempts,
                itsDueMicros,
                sinceMicros,
                error);
    }
}
