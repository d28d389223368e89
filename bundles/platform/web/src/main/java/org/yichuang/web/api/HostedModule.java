package org.yichuang.web.api;

import java.io.IOException;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * A module that is there, with its running server.
 *
 * @param <S> what the surface knows of it
 */
public interface HostedModule<S> {
    /** Its word. */
    String word();

    /** The roots that it answers. */
    List<String> roots();

    /** What the surface has read of it. */
    S snapshot();

    /**
     * Serves a request.
     *
     * @return false when the module is just leaving
     */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
}
