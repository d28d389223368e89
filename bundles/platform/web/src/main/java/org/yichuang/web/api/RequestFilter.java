package org.yichuang.web.api;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * The chain that every request passes before a module sees it, the same for all surfaces: request id, client
 * address, rate,
 * centre, credentials, suspension, module. What is refused on the way costs no body, no commit and no waiting.
 */
public interface RequestFilter {
    /**
     * Takes a request through the chain and hands it to the surface's module, or refuses it in the surface's own form.
     * Sets {@code X-Request-Id} on the answer, and request id, centre and account for the log.
     *
     * @param <S> what the surface knows of a module
     * @param handler the surface
     */
    <S> void handle(HttpServletRequest request, HttpServletResponse response, RequestHandler<S> handler)
            throws IOException;
}
