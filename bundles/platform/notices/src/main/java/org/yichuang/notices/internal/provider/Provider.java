package org.yichuang.notices.internal.provider;

import org.yichuang.notices.api.NoticeTemplate.Channel;

/** Somebody who takes messages for people outside: a mail server, a gateway of short messages. */
public interface Provider extends AutoCloseable {
    /** On which way it sends. */
    Channel channel();

    /** Whether an operator has said where it is. */
    boolean isConfigured();

    /**
     * Hands a message over; returns within the configured limits, whatever the other side does. It is uncertain as soon
     * as the other side may have taken it without our having heard so.
     */
    Outcome hand(Parcel parcel);

    /** Ends connections that are kept. */
    @Override
    void close();
}
