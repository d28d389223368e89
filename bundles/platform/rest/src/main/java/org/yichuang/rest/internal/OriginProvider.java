package org.yichuang.rest.internal;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.yichuang.rest.api.Origin;
import org.yichuang.web.api.Credentials;
import org.yichuang.web.api.RequestState;

/** Gives resources their {@code @Context Origin}. */
@Provider
final class OriginProvider implements ContextProvider<Origin> {
    @Override
    public Origin createContext(Message message) {
        RequestState state = RequestState.of((HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST));
        return new Origin(state.clientNetwork(), token(state));
    }

    private static Optional<String> token(RequestState state) {
        return state.credentials() instanceof Credentials.BearerToken bearer
                ? Optional.of(bearer.value())
                : Optional.empty();
    }
}
