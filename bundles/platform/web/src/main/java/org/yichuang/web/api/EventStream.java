package org.yichuang.web.api;

/** The way to one client of server-sent events; never waits for the client. */
public interface EventStream extends AutoCloseable {
    /**
     * Sends an event. A client that takes in less than is sent is let go when 256 events wait for it.
     *
     * @param id what a client that comes back names as the last it has seen; empty for none
     * @param type the event's type
     * @param data its data, possibly of several lines
     * @return false when the client has gone or was let go
     */
    boolean send(String id, String type, String data);

    /** Tells whether the client is still there, as far as known. */
    boolean isOpen();

    /** Calls back once when the stream has ended, for whatever reason; at once when it already has. */
    void onClose(Runnable action);

    /** Ends the answer. */
    @Override
    void close();
}
