package org.yichuang.web.internal.server;

import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.yichuang.web.api.EventSource;

/**
 * Writes nothing of a long-lived answer: leaves it on the request for the server to open once the framework is done.
 */
@Provider
@Produces(MediaType.WILDCARD)
final class EventSourceWriter implements MessageBodyWriter<EventSource> {
    private static final String ATTRIBUTE = EventSource.class.getName();

    /** The long-lived answer that was left on a request, or null. */
    static EventSource of(HttpServletRequest request) {
        return (EventSource) request.getAttribute(ATTRIBUTE);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return EventSource.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            EventSource source,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream stream) {
        Message message =
                PhaseInterceptorChain.getCurrentMessage().getExchange().getInMessage();
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        request.setAttribute(ATTRIBUTE, source);
    }
}
