package org.yichuang.web.api;

/**
 * A long-lived answer (server-sent events): what a resource method of a module returns as the entity of its response.
 * The request's own thread is free as soon as it has been opened. Such answers are counted apart from requests, bounded
 * for one account, and end when the module goes, or some twenty seconds after whoever asked would no longer be let in.
 */
@FunctionalInterface
public interface EventSource {
    /**
     * Begins to send. Called once, on the request's thread; keep the stream, and send from any thread.
     *
     * @param stream where events go
     */
    void open(EventStream stream);
}
