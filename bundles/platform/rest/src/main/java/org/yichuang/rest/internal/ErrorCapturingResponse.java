package org.yichuang.rest.internal;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import javax.ws.rs.WebApplicationException;

/** The response as a module's server sees it: an error page of the framework becomes a problem. */
final class ErrorCapturingResponse extends HttpServletResponseWrapper {
    ErrorCapturingResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        throw new WebApplicationException(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        throw new WebApplicationException(message, status);
    }
}
