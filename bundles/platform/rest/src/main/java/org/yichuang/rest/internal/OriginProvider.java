package org.yichuang.rest.internal;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.yichuang.rest.internal.identity.Origin;

/** Gives resources their {@code @Context Origin}. */
@Provider
final class OriginProvider implements ContextProvider<Origin> {
    @Override
    public Origin createContext(Message message) {
        Call call = Call.of((HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST));
        return new Origin(call.address(), call.token());
    }
}
