package org.yichuang.rest.internal;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.web.api.RequestState;

/** Gives resources their {@code @Context CallContext}. */
@Provider
final class CallContextProvider implements ContextProvider<CallContext> {
    @Override
    public CallContext createContext(Message message) {
        return RequestState.of((HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST))
                .context();
    }
}
