package org.yichuang.rest.internal;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import javax.ws.rs.WebApplicationException;

/** The response as a module's server sees it: the server's own error pages become problems. */
final class DoorResponse extends HttpServletResponseWrapper {
    DoorResponse(HttpServletResponse response) {
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
