package org.yichuang.pages.internal;

import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.yichuang.pages.api.PageCall;

/** Gives resources their {@code @Context PageCall}. */
final class PageCallProvider implements ContextProvider<PageCall> {
    @Override
    public PageCall createContext(Message message) {
        return DefaultPageCall.of((HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST));
    }
}
